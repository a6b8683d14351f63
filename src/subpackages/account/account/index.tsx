import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { CONSENT_VERSION } from '@domain/contract/consent'
import { ROLE_NAMES } from '@domain/contract/roles'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { open, routes } from '@/navigation'
import { refreshQuietly, useSession } from '@/stores/session'
import { sendIfWaiting, useSync } from '@/stores/sync'
import { Beginning } from './beginning'
import { BranchWeek } from './branch-week'
import { ConsentAgain } from './consent-again'
import { Left } from './left'
import { Logins } from './logins'
import { Looks } from './looks'
import { OwnCode } from './own-code'
import { Preferences } from './preferences'
import { Rights } from './rights'
import { SignedOut } from './signed-out'
import { Upload } from './upload'
import { Work } from './work'
import './index.scss'

/** 支部账号: who is signed in, what is uploaded, and one's rights. */
export default function AccountPage() {
  const { status, me } = useSession()
  const outbox = useSync(state => state.outbox)
  useEffect(() => {
    if (status !== 'signed-in') return
    void refreshQuietly()
    sendIfWaiting()
  }, [status])
  if (!me) return <Screen title="支部账号">{status === 'none' && <SignedOut />}</Screen>
  if (me.left) {
    return (
      <Screen title="支部账号">
        <Section title={me.name}>
          <Row title={me.branchName} note="已转出" />
        </Section>
        <Left />
        <View>
          <Logins name={me.name} />
        </View>
        <Rights left />
      </Screen>
    )
  }
  return (
    <Screen title="支部账号">
      <Section title={me.name}>
        <View id="account-name">
          <Row title={me.branchName} note={me.roles.map(({ role }) => ROLE_NAMES[role]).join('、') || '党员'} />
        </View>
      </Section>
      <View>{me.consent !== CONSENT_VERSION && <ConsentAgain />}</View>
      <View>{outbox && !outbox.chosen && <Beginning foreign={outbox.foreign} demo={me.demo} />}</View>
      <View>
        <Work roles={me.roles} />
      </View>
      <View>
        <Upload />
      </View>
      <View>
        <BranchWeek branch={me.branch} />
      </View>
      <Preferences me={me} />
      <Section title="支部看得到什么">
        <View className="account__note">
          本支部书记只看得到您每周“学过”还是“还没有”，和布置的任务完成没有，都注明是手机自报。学多久、几点学、答对答错，谁都看不到。上级只看各支部的参学人数，抽查要写原因、留记录。
        </View>
        <Row
          id="to-consent"
          title="上传说明"
          note="上传什么、谁看得到、留多久"
          onPress={() => open(routes.consent())}
        />
      </Section>
      <OwnCode me={me} />
      <View>
        <Logins name={`${me.branch} ${me.name}`} />
      </View>
      <View>
        <Looks name={`${me.branch} ${me.name}`} />
      </View>
      <Rights />
    </Screen>
  )
}
