import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { OWN_LIMITS } from '@domain/catalog/own-recording'
import { PACES, promptOf, secondsToTell, type Prompt } from '@domain/catalog/prompter'
import type { EpisodeMeta } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { formatSeconds, spellSeconds } from '@/components/duration'
import { Dialog } from '@/components/dialog'
import { Failed } from '@/components/failed'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Waiting } from '@/components/waiting'
import { readEpisode } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { Screen } from '@/layout/screen'
import { Withdrawn } from '@/layout/states/withdrawn'
import { openMicrophoneSetting } from '@/platform/media/recorder'
import type { RecorderTrouble } from '@/platform/media/recorder-error'
import { findEpisode, useCatalog } from '@/stores/catalog'
import { useKept } from '@/stores/kept'
import { useSettings } from '@/stores/settings'
import { noRoom, useOwn } from '../own'
import { Draft } from './draft'
import { Mine } from './mine'
import { Script, usePrompter, type Prompting } from './prompter'
import { useTelling, type Telling } from './recording'
import './index.scss'

/** 我来讲: to tell an episode oneself, with the script as a teleprompter. */
export default function TellPage() {
  const { id = '' } = useRouter().params
  const { catalog } = useCatalog()
  const meta = findEpisode(catalog, id)
  const body = useQuery(`${id}:${!!catalog}`, () => readEpisode(id))
  const blocks = body.status === 'ready' ? body.value.blocks : undefined
  const prompt = useMemo(() => blocks && promptOf({ blocks }), [blocks])
  const pace = useSettings(state => state.pace)
  const telling = useTelling(id)
  const runs = telling.phase === 'record' || telling.phase === 'practise'
  const prompting = usePrompter(prompt, { on: runs && !telling.paused, pace })
  return (
    <Screen
      title="我来讲"
      right={runs && <Clock telling={telling} />}
      footer={prompt && <Foot telling={telling} prompting={prompting} />}
    >
      {catalog && !meta && <Withdrawn id={id} what="这一集" />}
      {body.status === 'failed' && meta && <Failed {...body} />}
      {/* Each part has its place from the start: a node put between others makes Taro send all of them again. */}
      <View>{meta && !runs && <Before meta={meta} prompt={prompt} telling={telling} />}</View>
      <View className="tell__said" {...a11y({ role: 'status', live: 'polite' })}>
        {runs && wordOf(telling)}
      </View>
      <View>{body.status === 'loading' && <Waiting>正在取文稿…</Waiting>}</View>
      {prompt && <Script prompt={prompt} line={prompting.line} onTap={runs ? telling.toggle : undefined} />}
      <View>{runs && prompting.over && <Notice>文稿到头了。讲完了就点下面的“讲完了”，还没讲完不用急。</Notice>}</View>
    </Screen>
  )
}

/** How long it has run; no screen reader says it every second. */
function Clock({ telling }: { telling: Telling }) {
  return (
    <Text id="tell-clock" className="tell__clock" {...a11y({ hidden: true })}>
      {`${telling.phase === 'record' ? '录音' : '练习'} ${formatSeconds(telling.second)}`}
    </Text>
  )
}

interface BeforeProps {
  meta: EpisodeMeta
  prompt: Prompt | undefined
  telling: Telling
}

/** What one reads before one begins: what becomes of it, how fast it goes, what was recorded already. */
function Before({ meta, prompt, telling }: BeforeProps) {
  const { own, aside, draft } = useOwn(meta.id)
  const kept = own ?? aside
  const { trouble, problem, ended } = telling
  const pace = useSettings(state => state.pace)
  return (
    <View>
      <Text className="tell__title" {...a11y({ role: 'heading', level: 1 })}>
        {meta.title}
      </Text>
      <View>{trouble && <Unable trouble={trouble} />}</View>
      <View>
        {problem && (
          <Notice tone="warning" action={{ text: '再存一次', onPress: telling.keepAgain }}>
            {`${problem.replace(/。?$/, '。')}录音还在这一页上：先不要离开，腾出地方，再存一次。`}
          </Notice>
        )}
      </View>
      <View>{ended && <Notice tone={ended === 'limit' ? 'plain' : 'warning'}>{ENDED[ended]}</Notice>}</View>
      <View>{draft && <Draft draft={draft} meta={meta} prompt={prompt} />}</View>
      <View>{kept && <Mine own={kept} meta={meta} />}</View>
      <View>
        {!draft && !kept && (
          <View className="tell__words">
            照着文稿讲，讲到哪句标到哪句；点一下文稿就停，再点接着讲。录下来只存在这部手机上，不上传；要交出去，由您自己发。
          </View>
        )}
      </View>
      <Section title="文稿走多快" aside={prompt && `约讲 ${spellSeconds(secondsToTell(prompt, pace))}`}>
        <Pace />
      </Section>
    </View>
  )
}

function wordOf({ phase, paused, muted }: Telling): string {
  if (muted) return '麦克风没有声音，先停着；好了点一下文稿接着讲'
  if (paused) return '停着，点一下文稿接着讲'
  return phase === 'record' ? '正在录' : '只练，不录'
}

const ENDED: Record<NonNullable<Telling['ended']>, string> = {
  limit: `到了 ${OWN_LIMITS.seconds / 60} 分钟，录音自己停了；讲过的都在。`,
  gone: '麦克风断开了，录音停了；讲过的都在。',
  nothing: '没有录到声音，什么也没有存；以前录的都在。看看麦克风接好没有，再录一遍。',
}

/** 慢一点、快一点. */
function Pace({ short = false }: { short?: boolean }) {
  const { pace, set } = useSettings()
  const at = PACES.indexOf(pace)
  const step = (id: string, label: string, to: number | undefined, sign: string) => (
    <View
      id={id}
      className={`pace__step${to === undefined ? ' pace__step--off' : ''}`}
      onClick={() => to !== undefined && set({ pace: to })}
      {...a11y({ role: 'button', label, disabled: to === undefined })}
    >
      {sign}
    </View>
  )
  return (
    <View className="pace">
      {step('slower', '慢一点', PACES[at - 1], '−')}
      <Text className="pace__words" {...a11y({ live: 'polite', label: `每分钟 ${pace} 字` })}>
        {short ? `${pace} 字` : `每分钟 ${pace} 字`}
      </Text>
      {step('faster', '快一点', PACES[at + 1], '+')}
    </View>
  )
}

const UNABLE: Record<RecorderTrouble, string> = {
  refused: '没有拿到麦克风，录不了。',
  missing: '这里没有麦克风，或者浏览器不会录音，录不了。',
  other: '录音没有录起来。',
}

/** Nothing can be recorded: what works all the same, and how that is changed. */
function Unable({ trouble }: { trouble: RecorderTrouble }) {
  const setting = trouble === 'refused' ? openMicrophoneSetting : undefined
  const how =
    trouble !== 'refused'
      ? ''
      : setting
        ? '想录，可以在设置里打开麦克风，再点“开始录”。'
        : '想录，点网址旁边的小锁，允许麦克风，再点“开始录”。'
  return (
    <Notice tone="warning" action={setting && { text: '去设置', onPress: () => void setting() }}>
      {`${UNABLE[trouble]}照样可以“先练练”，节目原来的录音也照样能听。${how}`}
    </Notice>
  )
}

/** What can be pressed while one reads: nothing of it is further than the thumb. */
function Foot({ telling, prompting }: { telling: Telling; prompting: Prompting }) {
  const { id = '' } = useRouter().params
  const { phase, paused } = telling
  const { draft, own, aside } = useOwn(id)
  const full = useKept(state => noRoom(state.files, id))
  const [asking, setAsking] = useState(false)
  if (phase === 'record' || phase === 'practise') {
    return (
      <View className="tell__foot">
        <View className="tell__row">
          <Pace short />
          <View
            id="back-up"
            className="pace__step"
            onClick={prompting.backUp}
            {...a11y({ role: 'button', label: '退一句' })}
          >
            <Icon name="previous" />
          </View>
        </View>
        <View className="tell__row">
          <Button id="pause" look={paused ? 'main' : 'quiet'} onPress={telling.toggle}>
            {paused ? '接着讲' : '停一下'}
          </Button>
          <Button
            id="finish"
            look={paused ? 'quiet' : 'main'}
            onPress={() => {
              prompting.end()
              telling.finish()
            }}
          >
            {phase === 'record' ? '讲完了' : '不练了'}
          </Button>
        </View>
      </View>
    )
  }
  const begin = async () => {
    if (await telling.record()) prompting.begin()
  }
  const again = draft ?? own ?? aside
  return (
    <View className="tell__foot">
      <View>{full !== undefined && <Notice tone="warning">{full}</Notice>}</View>
      <View className="tell__row">
        <Button
          id="practise"
          onPress={() => {
            prompting.begin()
            telling.practise()
          }}
        >
          先练练
        </Button>
        <Button
          id="record"
          look={draft ? 'quiet' : 'main'}
          disabled={phase === 'ask' || full !== undefined}
          onPress={() => (telling.problem || draft ? setAsking(true) : void begin())}
        >
          {phase === 'ask' ? '等麦克风' : again ? '再录一遍' : '开始录'}
        </Button>
      </View>
      <Dialog
        open={asking}
        stay
        title="刚录的一段还没有存下来"
        confirm="不要了，重新录"
        cancel="先不录"
        onConfirm={() => {
          setAsking(false)
          void begin()
        }}
        onCancel={() => setAsking(false)}
      >
        {`重新录，那一段就没有了。${telling.problem ? '腾出地方，还可以再存一次。' : '想留着，先点“存下来”。'}`}
      </Dialog>
    </View>
  )
}
