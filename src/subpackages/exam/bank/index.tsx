import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { readBank, type CellFault } from '@domain/quiz/own-bank'
import { forMembers } from '@domain/text/for-members'
import { formatMinute } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { FactTable } from '@/components/fact-card'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { open, routes } from '@/navigation'
import { takeWorkbook } from '@/platform/files/files'
import { readWorkbook } from '@/platform/files/read-workbook'
import { now, stamp } from '@/platform/phone/clock'
import { dropBank, keepBank, readBanks, type OwnBank } from '@/storage/own-banks'
import './index.scss'

const COLUMNS = [
  { name: '题型', value: '单选、多选或判断；不写就看答案' },
  { name: '题干', value: '问的话，一行一题' },
  { name: '选项A 到 F', value: '一格一个；判断题可以空着' },
  { name: '答案', value: 'A，或 ABD；判断题写正确、错误' },
  { name: '解析', value: '可以空着' },
]
/** Faults shown at once. */
const FEW = 8

interface Outcome {
  name: string
  count: number
  faults: CellFault[]
}

/** 自带题库: a unit's own questions from its Excel sheet, on this phone only; practised and examined like the others. */
export default function BankPage() {
  const [banks, setBanks] = useState<OwnBank[]>([])
  const [outcome, setOutcome] = useState<Outcome>()
  const [problem, setProblem] = useState<string>()
  const [leaving, setLeaving] = useState<OwnBank>()
  useEffect(() => void readBanks().then(setBanks, (error: Error) => setProblem(error.message)), [])
  const take = async () => {
    setProblem(undefined)
    setOutcome(undefined)
    try {
      const file = await takeWorkbook()
      if (!file) return
      const { id } = await stamp()
      const name = file.name.replace(/\.xlsx$/i, '')
      const { questions, faults } = readBank(readWorkbook(file.bytes), id)
      if (questions.length > 0) setBanks(await keepBank({ id, name, at: now() }, questions))
      setOutcome({ name, count: questions.length, faults })
    } catch (error) {
      setProblem(forMembers((error as Error).message, '这个文件没有读出来，请再试一次'))
    }
  }
  const leave = async () => {
    if (leaving) setBanks(await dropBank(leaving.id))
    setLeaving(undefined)
    setOutcome(undefined)
  }
  return (
    <Screen title="自带题库">
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View>{outcome && <Told {...outcome} />}</View>
      {banks.map(bank => (
        <Section key={bank.id} title={bank.name} aside={`自带题库，${bank.count} 题`}>
          <View className="bank__at">{`${formatMinute(bank.at)} 读入，只在这部手机上`}</View>
          <View className="bank__ways">
            <Button id={`practice-${bank.id}`} onPress={() => void begin('practice', bank.id)}>
              练十题
            </Button>
            <Button id={`sequence-${bank.id}`} onPress={() => open(routes.run({ mode: 'sequence', bank: bank.id }))}>
              顺序练习
            </Button>
            <Button id={`exam-${bank.id}`} onPress={() => void begin('exam', bank.id)}>
              模拟考试
            </Button>
            <Button id={`drop-${bank.id}`} look="plain" onPress={() => setLeaving(bank)}>
              删除
            </Button>
          </View>
        </Section>
      ))}
      <Section title="读入一张题库表">
        <View className="bank__how">单位发的 Excel（.xlsx）就行，列的次序随便，别的列不看。</View>
        <Button id="take" look="main" onPress={() => void take()}>
          选一个文件
        </Button>
        <View className="bank__note">
          只留在这部手机上：不上传，不进导出的文件，答这里的题不记积分，也不进错题本和学习记录。
        </View>
        <FactTable facts={COLUMNS} />
      </Section>
      <Dialog
        open={!!leaving}
        title="删除这个题库？"
        confirm="删除"
        cancel="留着"
        onConfirm={() => void leave()}
        onCancel={() => setLeaving(undefined)}
      >
        {leaving && `《${leaving.name}》的 ${leaving.count} 题会从这部手机上删掉；要用可以再读一次。`}
      </Dialog>
    </Screen>
  )
}

/** The seed stands in the address: a relaunch there goes on with the same questions. */
async function begin(mode: 'practice' | 'exam', bank: string): Promise<void> {
  const { id } = await stamp()
  open(routes.run({ mode, bank, seed: id }))
}

/** What came of a file: how many, and each cell that could not be used. */
function Told({ name, count, faults }: Outcome) {
  const [shown, setShown] = useState(FEW)
  return (
    <>
      <Notice tone={count > 0 ? 'good' : 'warning'}>
        {count > 0 ? `✓ 《${name}》读入 ${count} 题` : `《${name}》里没有能用的题`}
        {faults.length > 0 && `；有 ${faults.length} 处没有读，改好表再读一次`}
      </Notice>
      {faults.length > 0 && (
        <Section title="没有读的" aside={`${faults.length} 处`}>
          <FactTable
            facts={faults.slice(0, shown).map(it => ({
              name: `${it.sheet} 第 ${it.row} 行${it.column ? ` ${it.column} 列` : ''}`,
              value: it.words,
            }))}
          />
          {faults.length > shown && (
            <Button id="more-faults" onPress={() => setShown(n => n + FEW)}>
              再看几处
            </Button>
          )}
        </Section>
      )}
    </>
  )
}
