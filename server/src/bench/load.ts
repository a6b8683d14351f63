import crypto from 'node:crypto'
import http from 'node:http'
import type { MemberEvent } from '../../../domain/progress/events'
import { shanghaiDay } from '../../../domain/time/day'
import { uuidv7 } from '../../../domain/time/uuid'

export interface Sender {
  id: string
  branch: string
  token: string
}

/** Ten stretches of reading, as a phone sends them after a while. */
export function batch(now: number): MemberEvent[] {
  return Array.from({ length: 10 }, (_, i) => ({
    id: uuidv7(now, crypto.randomBytes(10)),
    at: now + i,
    day: shanghaiDay(now),
    kind: 'read' as const,
    item: `a-${String(1 + (i % 3)).padStart(4, '0')}`,
    seconds: 20,
    reached: 0.5,
  }))
}

/** Sends one batch; resolves with how long it took, milliseconds. Throws Error on any answer but 200. */
export function post(address: string, agent: http.Agent, sender: Sender): Promise<number> {
  const body = JSON.stringify({ events: batch(Date.now()) })
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${sender.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-member': sender.id,
      'x-branch': sender.branch,
    }
    const request = http.request(`${address}/v1/events`, { method: 'POST', agent, headers }, response => {
      response.resume()
      response.once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - began)
        else reject(new Error(`answered ${response.statusCode}`))
      })
    })
    request.once('error', reject)
    request.end(body)
  })
}

/** As fast as 32 connections go, for so long; requests a second and the times taken. */
export async function flood(address: string, senders: readonly Sender[], ms: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 })
  const end = performance.now() + ms
  const times: number[] = []
  let next = 0
  const line = async () => {
    while (performance.now() < end) times.push(await post(address, agent, senders[next++ % senders.length]!))
  }
  await Promise.all(Array.from({ length: 32 }, line))
  agent.destroy()
  return { perSecond: times.length / (ms / 1000), times }
}

/** Six batches of ten a second, whether or not earlier ones are answered. */
export async function pace(address: string, senders: readonly Sender[], seconds: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true })
  const sent: Promise<number>[] = []
  const began = performance.now()
  for (let i = 0; i < seconds * 6; i++) {
    const due = began + (i * 1000) / 6
    await new Promise(resolve => setTimeout(resolve, Math.max(0, due - performance.now())))
    sent.push(post(address, agent, senders[(i * 97) % senders.length]!))
  }
  const times = await Promise.all(sent)
  agent.destroy()
  return times
}

/** The time that a share (0–1) of all stays under. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}
