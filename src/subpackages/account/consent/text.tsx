import { View } from '@tarojs/components'
import { CONSENT_DRAFT, CONSENT_TEXT } from '@domain/contract/consent-text'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import './text.scss'

/** The consent text in full, the same wherever it is shown. */
export function ConsentText() {
  return (
    <>
      <Notice tone="warning">{CONSENT_DRAFT}</Notice>
      {CONSENT_TEXT.map(({ title, lines }) => (
        <Section key={title} title={title}>
          {lines.map(line => (
            <View key={line} className="consent__line">
              {line}
            </View>
          ))}
        </Section>
      ))}
    </>
  )
}
