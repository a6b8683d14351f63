import { View } from '@tarojs/components'
import type { CertificateFault, CertificateReading } from '@domain/contest/certificate'
import { formatFullDay } from '@domain/time/format'
import { FactTable } from '@/components/fact-card'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { fingerprintOf, issuerWords } from './issuer'

export type Checked = CertificateReading

const FAULTS: Record<CertificateFault, string> = {
  foreign: '这不是竞赛证书的码。请扫证书图上的二维码，或者粘贴以“DS1.”开头的那一整段。',
  newer: '这是新版应用发的证书，这一版核对不了。请更新以后再试。',
  damaged: '✕ 对不上：这个码改过，或者没有抄全，不能当作发出来的那一张。请对方再发一次原来的图或码。',
}

/** Two things apart: whether anything was changed since it was signed, and whose signature it is. */
export function Verdict({ checked, issuers }: { checked: Checked; issuers: Record<string, number> }) {
  if (!checked.ok) return <Notice tone="warning">{FAULTS[checked.fault]}</Notice>
  const { certificate, key } = checked
  const issuer = issuerWords(key, issuers)
  return (
    <View id="verdict">
      <Notice tone="good">✓ 签名对得上：签发以后，一个字也没有改过。</Notice>
      {/* Before what it says, which anybody can have signed with a key of their own. */}
      <Notice tone={issuer.own ? 'good' : 'warning'}>{issuer.words}</Notice>
      <View className="contest-apart">
        <FactTable
          facts={[
            { name: '竞赛', value: certificate.title },
            { name: '姓名', value: certificate.name },
            { name: '成绩', value: `答对 ${certificate.right} 题，共 ${certificate.questions} 题` },
            ...(certificate.band ? [{ name: '名次', value: certificate.band }] : []),
            { name: '主办', value: certificate.by },
            { name: '日期', value: formatFullDay(certificate.day) },
          ]}
        />
      </View>
      <Section title="是谁签发的">
        <View>公钥的指纹</View>
        <View id="key-fingerprint" className="contest-code">
          {fingerprintOf(key)}
        </View>
        <View>公钥（Ed25519）</View>
        <View id="key-whole" className="contest-code">
          {key}
        </View>
      </Section>
    </View>
  )
}
