import http from 'node:http'
import type { DayRecord } from '../../domain/contract/days'
import { shanghaiDay } from '../../domain/time/day'

export interface Sender {
  id: string
  branch: string
  token: string
  /** How often they have told of their day: each time it holds more. */
  told?: number
}

/** Today so far, as a phone tells it after an article and some questions; `n` sets apart what is told each time. */
export function dayOf(device: string, now: number, n: number): DayRecord {
  return {
    day: shanghaiDay(now),
    device,
    studied: true,
    finished: [`a-${String(1 + (n % 3)).padStart(4, '0')}`],
    answered: { reform: 5 + (n % 900) },
  }
}

/**
 * Sends one day; resolves with how long it took, milliseconds. The phone has its member’s id: a sixth would not be heard, were this
 * run as often on one district. Throws Error when it is not taken.
 */
export function put(address: string, agent: http.Agent, sender: Sender): Promise<number> {
  sender.told = (sender.told ?? 0) + 1
  const body = JSON.stringify({ days: [dayOf(sender.id, Date.now(), sender.told)] })
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${sender.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-member': sender.id,
      'x-branch': sender.branch,
    }
    const request = http.request(`${address}/v1/days`, { method: 'PUT', agent, headers }, response => {
      let answer = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
      response.once('end', () => {
        // A day that is refused costs less.
        if (response.statusCode === 200 && answer.includes('"taken":true')) resolve(performance.now() - began)
        else reject(new Error(`answered ${response.statusCode} ${answer}`))
      })
    })
    request.once('error', reject)
    request.end(body)
  })
}

/** As fast as 32 connections go, for so long or so many requests; requests a second and the times taken. */
export async function flood(address: string, senders: readonly Sender[], ms: number, most = Infinity) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 })
  const began = performance.now()
  const times: number[] = []
  let next = 0
  const line = async () => {
    while (performance.now() < began + ms && next < most)
      times.push(await put(address, agent, senders[next++ % senders.length]!))
  }
  await Promise.all(Array.from({ length: 32 }, line))
  agent.destroy()
  return { perSecond: (1000 * times.length) / (performance.now() - began), times }
}

/** Sixty days a second, each of another phone, whether or not earlier ones are answered. */
export async function pace(address: string, senders: readonly Sender[], seconds: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true })
  const sent: Promise<number>[] = []
  const began = performance.now()
  for (let i = 0; i < seconds * 60; i++) {
    const due = began + (i * 1000) / 60
    await new Promise(resolve => setTimeout(resolve, Math.max(0, due - performance.now())))
    sent.push(put(address, agent, senders[(i * 97) % senders.length]!))
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
