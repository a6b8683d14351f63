import { useRouter } from '@tarojs/taro'
import type { Catalog } from '@domain/catalog/types'
import { meetingKindTitle } from '@domain/contract/meeting-kinds'
import type { MeetingDetail } from '@domain/contract/meetings'
import { meetingApi } from '@/api/meetings'
import { readCatalog } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { useRecordDrafts } from '@/stores/record-drafts'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { RecordForm } from './form'

/** 会议记录: who led and wrote, what was studied and said. What is typed is kept at every letter until it is saved. */
export default function RecordPage() {
  return <Desk title="会议记录">{desk => <Record key={desk.branch} {...desk} />}</Desk>
}

interface Read {
  detail: MeetingDetail
  catalog: Catalog
}

function Record({ branch }: DeskOf) {
  const { id = '' } = useRouter().params
  const load = useRecordDrafts(state => state.load)
  const read = useQuery<Read>(`record-${branch}-${id}`, async () => {
    await load()
    const [detail, catalog] = await Promise.all([meetingApi(authorised, branch).detail(id), readCatalog()])
    return { detail, catalog }
  })
  return (
    <BranchLoaded of={read}>
      {({ detail, catalog }) => (
        <RecordForm
          key={detail.edits}
          branch={branch}
          title={meetingKindTitle(detail.meeting.kind)}
          detail={detail}
          catalog={catalog}
          onConflict={() => void read.reload()}
        />
      )}
    </BranchLoaded>
  )
}
