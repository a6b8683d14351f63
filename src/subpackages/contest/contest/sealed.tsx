import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Section } from '@/components/section'
import { copyText } from '@/platform/phone/clipboard'

interface Props {
  contest: { sha256: string; reveal: boolean }
}

/** The seal of the pool: what nobody can change unseen once it is told. */
export function Sealed({ contest: { sha256, reveal } }: Props) {
  const [copied, setCopied] = useState(false)
  return (
    <Section title="题库已经封好">
      <View>
        发布的时候，题库就封好了，下面是它的指纹（SHA-256）。改动一个字，指纹就不一样。
        {reveal
          ? '结束以后公布整个题库，谁都可以算一算，看有没有换过。'
          : '结束以后您能看到自己答过的每一题；这次不公布整个题库。'}
      </View>
      <View id="contest-sha" className="contest-code">
        {(sha256.match(/.{8}/g) ?? []).join(' ')}
      </View>
      <Button look="plain" id="sha-copy" onPress={() => void copyText(sha256).then(() => setCopied(true))}>
        {copied ? '✓ 已经复制' : '复制指纹'}
      </Button>
    </Section>
  )
}
