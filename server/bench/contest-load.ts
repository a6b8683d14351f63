import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Entrant {
  member: string
  token: string
  /** The question whose turn it is. */
  place: number
}

export interface Target {
  address: string
  contest: string
}

const headersOf = ({ member, token }: Entrant, body: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
  'x-member': member,
})

/** Answers the question whose turn it is; resolves with how long it took, milliseconds. Throws Error on any answer but 200. */
export function answer({ address, contest }: Target, agent: http.Agent, entrant: Entrant): Promise<number> {
  const { member, place } = entrant
  const body = JSON.stringify({ try: 1, device: member, n: place, given: ['A'], next: true })
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const url = `${address}/v1/me/contests/${contest}/answers`
    const request = http.request(url, { method: 'POST', agent, headers: headersOf(entrant, body) }, response => {
      response.resume()
      response.once('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`answered ${response.statusCode}`))
        entrant.place += 1
        resolve(performance.now() - began)
      })
    })
    request.once('error', reject)
    request.end(body)
  })
}

/** Whose turn it is: everybody’s comes before anybody’s again, so that nobody’s login is remembered from a moment before. */
let next = 0

/** As fast as 32 connections go, everybody in turn, for so long; acknowledged answers a second. */
export async function flood(target: Target, entrants: readonly Entrant[], ms: number): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 })
  const end = performance.now() + ms
  let done = 0
  const line = async () => {
    for (; performance.now() < end; done++) await answer(target, agent, entrants[next++ % entrants.length]!)
  }
  await Promise.all(Array.from({ length: 32 }, line))
  agent.destroy()
  return done / (ms / 1000)
}

/** So many answers a second, whether or not earlier ones are acknowledged; the times taken. */
export async function pace(target: Target, entrants: readonly Entrant[], perSecond: number, seconds: number) {
  const agent = new http.Agent({ keepAlive: true })
  const sent: Promise<number>[] = []
  const began = performance.now()
  for (let i = 0; i < seconds * perSecond; i++) {
    await sleep(Math.max(0, began + (i * 1000) / perSecond - performance.now()))
    sent.push(answer(target, agent, entrants[next++ % entrants.length]!))
  }
  const times = await Promise.all(sent)
  agent.destroy()
  return times
}

/** A phone and the entrants who have it one after another. */
export interface Hand {
  entrants: Entrant[]
  acknowledged: number
}

/** Answers question after question, each until it is acknowledged, until `done`; at the end of a paper the next entrant goes on. */
export async function goOn(hand: Hand, target: Target, questions: number, done: () => boolean): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, timeout: 20_000 })
  while (!done()) {
    const entrant = hand.entrants.find(it => it.place < questions)
    if (!entrant) throw new Error('no entrant is left')
    await answer(target, agent, entrant).then(
      () => {
        hand.acknowledged += 1
        return sleep(150)
      },
      () => sleep(30),
    )
  }
  agent.destroy()
}
