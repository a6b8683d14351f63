import { useRouter } from '@tarojs/taro'
import { blankDraft, draftOf } from '@domain/contest/draft'
import { contestDeskApi } from '@/api/contest-desk'
import { useQuery } from '@/hooks/query'
import { today } from '@/platform/phone/clock'
import { readContestDraft } from '@/storage/contest-drafts'
import { authorised } from '@/stores/session'
import { ContestLoaded, OrganiserPage } from '../frame'
import { Form } from './form'

/** A contest is made, or changed before it is published. */
export default function ContestEditPage() {
  return <OrganiserPage title="办竞赛">{org => <Edit key={org} org={org} />}</OrganiserPage>
}

function Edit({ org }: { org: string }) {
  const { id } = useRouter().params
  const read = useQuery(`contest-edit-${org}-${id ?? ''}`, async () =>
    id
      ? { detail: await contestDeskApi(authorised, org).of(id).read() }
      : // A phone that gives nothing back still lets one write.
        { kept: await readContestDraft(org).catch(() => undefined) },
  )
  return (
    <ContestLoaded of={read}>
      {({ detail, kept }) => (
        <Form
          org={org}
          begin={detail ? draftOf(detail.settings) : blankDraft(org, today())}
          {...(kept && { kept })}
          {...(detail && { known: detail })}
        />
      )}
    </ContestLoaded>
  )
}
