import { View } from '@tarojs/components'
import { useState } from 'react'
import { groupsOf, postChanges, withCommittee, withGroup } from '@domain/branch/posts'
import { GROUP_NAME_LIMIT } from '@domain/contract/meeting-record'
import type { MemberPost } from '@domain/contract/posts'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Picks } from '@/components/picks'
import { Section } from '@/components/section'
import { postApi } from '@/api/posts'
import { useQuery } from '@/hooks/query'
import { Said, useSaid } from '@/layout/states/said'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { Line } from '../line'
import { BranchLoaded } from '../loaded'

/** 支委和党小组: who is in the committee and in which group, so that meetings know whom they expect. */
export default function PostsPage() {
  return <Desk title="支委和党小组">{desk => <Posts key={desk.branch} {...desk} />}</Desk>
}

function Posts({ branch }: DeskOf) {
  const read = useQuery(`posts-${branch}`, postApi(authorised, branch).read)
  return (
    <BranchLoaded of={read}>
      {people =>
        people.length === 0 ? (
          <Empty title="名册还是空的" hint="先在“名册”里导入党员" />
        ) : (
          <Form branch={branch} stored={people} onSaved={read.reload} />
        )
      }
    </BranchLoaded>
  )
}

interface FormProps {
  branch: string
  stored: MemberPost[]
  onSaved: () => Promise<void>
}

function Form({ branch, stored, onSaved }: FormProps) {
  const [people, setPeople] = useState(stored)
  const [named, setNamed] = useState<string[]>([])
  const [group, setGroup] = useState(groupsOf(stored)[0] ?? '')
  const [typed, setTyped] = useState('')
  const { said, busy, attempt } = useSaid()
  const groups = [...groupsOf(people), ...named.filter(it => !groupsOf(people).includes(it))]
  const options = people.map(it => ({ value: it.member, text: it.name }))
  const elsewhere = people.map(it => ({
    value: it.member,
    text: it.group && it.group !== group ? `${it.name}（${it.group}）` : it.name,
  }))
  const idsOf = (which: (it: MemberPost) => boolean) => people.filter(which).map(it => it.member)
  const changes = postChanges(stored, people)
  const add = () => {
    const name = typed.trim()
    setNamed(all => [...all, name])
    setGroup(name)
    setTyped('')
  }
  const cut = (words: string) => setTyped(words.slice(0, GROUP_NAME_LIMIT))
  const save = () =>
    attempt(async () => {
      await postApi(authorised, branch).change(changes)
      await onSaved()
    }, '记下了。以后的会按它算应到，开过的会不变')
  return (
    <View className="desk-form">
      <Section title="支委" aside={`${idsOf(it => it.committee).length} 人`}>
        <Picks
          id="committee"
          label="支委"
          values={idsOf(it => it.committee)}
          options={options}
          onChange={members => setPeople(all => withCommittee(all, members))}
        />
      </Section>
      <Section title="党小组" aside={groups.length > 0 ? `${groups.length} 个` : '没有编组'}>
        <View>
          {groups.length > 0 && (
            <>
              <Choice
                id="group"
                label="哪个党小组"
                value={group}
                options={groups.map(value => ({ value, text: value }))}
                onChange={setGroup}
              />
              <Picks
                id="group-members"
                label={`${group}有谁`}
                values={idsOf(it => it.group === group)}
                options={elsewhere}
                onChange={members => setPeople(all => withGroup(all, group, members))}
              />
            </>
          )}
        </View>
        <Line id="group-name" title="再编一个组" hint="例如 第一组" value={typed} onInput={cut} />
        <Button id="group-add" disabled={typed.trim() === '' || groups.includes(typed.trim())} onPress={add}>
          加上这个组
        </Button>
        <View className="desk-note">一个人只在一个组。一个组里的人都取消了，这个组就没有了。</View>
      </Section>
      <Said said={said} />
      <Button id="posts-save" look="main" disabled={busy || changes.length === 0} onPress={() => void save()}>
        {changes.length > 0 ? `保存（改了 ${changes.length} 人）` : '没有改动'}
      </Button>
      <View className="desk-note">和名册表格里的“支委”“党小组”两栏是同一样东西，改一处就行。</View>
    </View>
  )
}
