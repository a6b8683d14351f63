const JUDGE: Record<string, string> = { true: '正确', false: '错误' }

/** The right options in words: `B 遵义、C 泸定`, or 正确 of a judge question. */
export function keyWords(key: readonly string[], options: readonly { id: string; text: string }[]): string {
  return key
    .map(id => {
      const option = options.find(it => it.id === id)
      return option ? `${id.toUpperCase()} ${option.text}` : (JUDGE[id] ?? id)
    })
    .join('、')
}
