import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { handedName, type OwnRecording } from '@domain/catalog/own-recording'
import type { EpisodeMeta } from '@domain/catalog/types'
import { forMembers } from '@domain/text/for-members'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { spellSeconds } from '@/components/duration'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { giveKept } from '@/platform/files/own-files'
import { dropOwn, setState } from '../own'
import { useListening } from './listening'

const WEAPP = process.env.TARO_ENV === 'weapp'

/** What is kept of one's own: to be heard, handed over, put aside or deleted. */
export function Mine({ own, meta }: { own: OwnRecording; meta: EpisodeMeta }) {
  const { playing, problem, toggle } = useListening(own, meta.title)
  const [handing, setHanding] = useState(false)
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<string>()
  const plays = own.state === 'own'
  return (
    <Section title="我讲的" aside={spellSeconds(own.seconds)}>
      <Notice
        action={{
          text: plays ? (meta.media ? '改放节目的录音' : '先不放') : '放我讲的',
          onPress: () => {
            setFailed(undefined)
            setState(own, plays ? 'aside' : 'own').catch((error: Error) =>
              setFailed(forMembers(error.message, '没有换成，请再试一次')),
            )
          },
        }}
      >
        {plays ? '这部手机上的这一集，放的是您讲的。' : '存着，没有放。'}
      </Notice>
      <View>{(problem ?? failed) && <Notice tone="warning">{problem ?? failed}</Notice>}</View>
      <View className="tell__ways">
        <Button id="hear-own" onPress={() => void toggle()}>
          {playing ? '先不听' : '听一听'}
        </Button>
        <Button id="to-episode" onPress={() => open(routes.episode(meta.id))}>
          去这一集
        </Button>
      </View>
      <View className="tell__after">
        <Button id="hand-over" look="plain" onPress={() => setHanding(!handing)}>
          交给支部或编辑
        </Button>
        <Button id="drop-own" look="plain" onPress={() => setAsking(true)}>
          删除
        </Button>
      </View>
      <View className="tell__words">
        只在这部手机上有：换了手机、清除了学习记录，它就没有了。想留着，先交出去一份，或存成文件。
      </View>
      <View>{handing && <HandOver own={own} />}</View>
      <Dialog
        open={asking}
        title="删除您讲的这一段？"
        confirm="删除"
        onConfirm={() => {
          setAsking(false)
          void dropOwn(own)
        }}
        onCancel={() => setAsking(false)}
      >
        删了就没有了，只有这部手机上有。这一集改放节目的录音。
      </Dialog>
    </Section>
  )
}

/** It leaves the phone by the member's own hand alone, under the name that those who make the programme need. */
function HandOver({ own }: { own: OwnRecording }) {
  const [teller, setTeller] = useState('')
  const [told, setTold] = useState<{ tone: 'good' | 'warning'; words: string }>()
  const name = handedName(own, teller)
  const give = () =>
    giveKept(own.name, name).then(
      () => setTold({ tone: 'good', words: WEAPP ? '已经发到您选的聊天里。' : `已经存成文件：${name}` }),
      (error: Error) => setTold({ tone: 'warning', words: forMembers(error.message, '没有发出去，文件还在手机上') }),
    )
  return (
    <View className="tell__hand">
      <View>讲的人（写进文件名；节目用了它，会列出这个名字）</View>
      <Input
        id="teller"
        className="field"
        value={teller}
        maxlength={20}
        placeholder="姓名"
        onInput={event => setTeller(event.detail.value)}
        {...a11y({ label: '讲的人' })}
      />
      <View className="tell__file">{`文件名：${name}`}</View>
      <Button id="give" look="main" disabled={!teller.trim()} onPress={() => void give()}>
        {WEAPP ? '发到聊天' : '存成文件'}
      </Button>
      <View>{told && <Notice tone={told.tone}>{told.words}</Notice>}</View>
    </View>
  )
}
