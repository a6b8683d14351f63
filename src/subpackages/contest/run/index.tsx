import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { CONTEST_CONSENT_VERSION } from '@domain/contract/contest-consent'
import type { OwnContest } from '@domain/contract/contest-entry'
import { contestApi } from '@/api/contests'
import { useQuery } from '@/hooks/query'
import { Waiting } from '@/components/waiting'
import { replace, routes } from '@/navigation'
import { newId } from '@/platform/phone/clock'
import { keepEntry, readEntry } from '@/storage/contest-entries'
import { useNetwork } from '@/stores/network'
import { authorised } from '@/stores/session'
import { ContestLoaded, MemberPage } from '../frame'
import { Answering } from './answering'
import { ContestRun } from './contest-run'
import { PHONE } from './phone'

/** A contest as it is taken: from the place in line to the last question. */
export default function RunPage() {
  const { id = '' } = useRouter().params
  const [run, setRun] = useState<ContestRun>()
  // What is answered goes by what stood when the page was opened: it is not read again.
  const read = useQuery(`run-${id}`, () => contestApi(authorised, id).read())
  const contest = read.status === 'ready' ? read.value : undefined
  const connected = useNetwork(it => it.connected)
  const { status, reload } = read
  useEffect(() => {
    // An app that was killed comes back here before its line does.
    if (connected && status === 'failed') void reload()
    // Once for each time that the network is back: a failure of another kind is the person's to try again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connected])
  if (run && contest) {
    return (
      <Answering
        run={run}
        clock={contest.clock.kind}
        title="竞赛"
        backLabel="退出，时间照走"
        onFinished={() => replace(routes.contest('result', { id }))}
      />
    )
  }
  return (
    <MemberPage title="知识竞赛">
      {() => <ContestLoaded of={read}>{it => <Begin contest={it} onBegun={setRun} />}</ContestLoaded>}
    </MemberPage>
  )
}

/** Begins what the address asks for, or goes on with the try that is begun: an app that was killed comes back here. */
function Begin({ contest, onBegun }: { contest: OwnContest; onBegun: (run: ContestRun) => void }) {
  const { id, own, used, clock, questions } = contest
  const { try: wanted, name } = useRouter().params
  useEffect(() => {
    let gone = false
    const begin = async () => {
      const entry = await readEntry(id, await newId())
      if (gone) return
      const run = new ContestRun({
        ...PHONE,
        service: contestApi(authorised, id),
        device: entry.device,
        clock: clock.kind,
        questions,
        pending: entry.pending,
        keep: pending => keepEntry(id, { device: entry.device, ...(pending && { pending }) }),
      })
      const begun = own !== undefined && own.state !== 'finished'
      // The address says which try it begins, so that opening it again begins no other.
      const begins = Number(wanted) === used + 1 && (name === 'full' || name === 'masked')
      if (begun && own.state === 'running') void run.resume()
      else if (begins) void run.begin({ consent: CONTEST_CONSENT_VERSION, name })
      else if (begun) void run.resume()
      else return replace(routes.contest('contest', { id }))
      onBegun(run)
    }
    void begin()
    return () => {
      gone = true
    }
    // The address does not change while the page is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return <Waiting>正在打开…</Waiting>
}
