/** Who wrote the texts and how many of them a person has read, on the page that says what this is. */
export function reviewedWords(approved: number): string {
  return approved === 0
    ? '文字由语言模型辅助撰写，待人工审校；目前还没有人审校过。'
    : `文字由语言模型辅助撰写；其中 ${approved} 项已经由人逐句审校，其余待人工审校。`
}
