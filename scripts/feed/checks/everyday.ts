import { plainForm } from '../../../domain/search/plain-form'
import type { Corpus } from '../corpus/corpus'
import { errorAt, type Problem } from '../problem'

/** What people say leads to names that are there, and each saying stands once. */
export function checkEveryday(corpus: Corpus): Problem[] {
  const names = [
    ...corpus.events.flatMap(({ value }) => [value.title, ...value.aliases, ...value.names]),
    ...corpus.people.flatMap(({ value }) => [value.name, ...value.aliases]),
    ...corpus.glossary.flatMap(({ value }) => [value.term, ...value.aliases]),
    ...corpus.articles.flatMap(({ value }) => value.subject ?? []),
    ...corpus.episodes.flatMap(({ value }) => value.subject ?? []),
  ].map(plainForm)
  const before = new Set<string>()
  return corpus.everyday.flatMap(({ at, value: { say, means } }) => {
    const problems: Problem[] = []
    say.forEach((words, i) => {
      const plain = plainForm(words)
      if (plain.length < 2) problems.push(errorAt(at, `say.${i}`, `“${words}”太短；应当写两个字以上的说法`))
      if (before.has(plain))
        problems.push(errorAt(at, `say.${i}`, `“${words}”写了两次；应当并成一条，把 means 写在一起`))
      before.add(plain)
    })
    means.forEach((words, i) => {
      const plain = plainForm(words)
      if (corpus.broken.size === 0 && !names.some(name => name.indexOf(plain) >= 0))
        problems.push(errorAt(at, `means.${i}`, `没有叫“${words}”的事件、人物、名词或文章；应当照总账里的名字或别名写`))
    })
    return problems
  })
}
