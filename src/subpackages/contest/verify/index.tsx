import { Textarea, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import nacl from 'tweetnacl/nacl.min.js'
import { certificateCheck, readCertificate } from '@domain/contest/certificate'
import { certificateKey } from '@/api/contests'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Section } from '@/components/section'
import { Said, useSaid } from '@/layout/states/said'
import { Screen } from '@/layout/screen'
import { wordsIn } from '@/navigation'
import { now } from '@/platform/phone/clock'
import { canScan, scanCode } from '@/platform/phone/scan'
import { keepIssuer, readIssuers } from '@/storage/contest-entries'
import { codeIn } from './code-in'
import { type Checked, Verdict } from './verdict'
import '../contest.scss'

const check = certificateCheck(nacl.sign.detached.verify)
/** Characters; a certificate has some three hundred. */
const MOST = 2_000

/** 核对证书: anybody, without an account and without a network, sees whether a certificate is the one that was issued. */
export default function VerifyPage() {
  const { code = '' } = useRouter().params
  const [text, setText] = useState(wordsIn(code))
  const [checked, setChecked] = useState<Checked>()
  const [issuers, setIssuers] = useState<Record<string, number>>({})
  const { said, busy, attempt } = useSaid()
  useEffect(() => {
    void readIssuers().then(setIssuers, () => undefined)
    // Where there is a network, the service says which key is its own; without one the phone goes by what it has heard before.
    void certificateKey()
      .then(key => keepIssuer(key, now()))
      .then(setIssuers, () => undefined)
  }, [])
  const look = (given: string) => {
    const read = readCertificate(codeIn(given))
    setChecked(read.ok ? (check(read) ? read : { ok: false, fault: 'damaged' }) : read)
  }
  useEffect(() => {
    if (code) look(wordsIn(code))
    // What the address brings is checked once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const scan = () =>
    attempt(async () => {
      const found = await scanCode()
      if (found === undefined) return
      setText(found)
      look(found)
    })
  return (
    <Screen title="核对证书">
      <View className="contest-rule">
        证书上的码是签过名的：改动一个字，就对不上。核对在这部手机上做，不用登录，不用联网。
      </View>
      <View>{checked && <Verdict checked={checked} issuers={issuers} />}</View>
      <Section title="证书码">
        <View>
          {canScan() && (
            <Button id="verify-scan" look="main" disabled={busy} onPress={() => void scan()}>
              扫证书上的码
            </Button>
          )}
        </View>
        <Textarea
          id="verify-code"
          className="note-words"
          value={text}
          maxlength={MOST}
          autoHeight
          placeholder="或者把证书码粘贴、输入在这里"
          onInput={event => {
            setText(event.detail.value)
            setChecked(undefined)
          }}
          {...a11y({ label: '证书码' })}
        />
        <Said said={said} />
        <Button
          id="verify-check"
          look={canScan() ? 'quiet' : 'main'}
          disabled={text.trim() === ''}
          onPress={() => look(text)}
        >
          核对
        </Button>
      </Section>
    </Screen>
  )
}
