import { reviewedWords } from '@/subpackages/settings/about/reviewed-words'

test('nobody is said to have read the texts until somebody has, and then it is no longer said that nobody has', () => {
  expect(reviewedWords(0)).toMatch(/待人工审校；目前还没有人审校过。$/u)
  expect(reviewedWords(3)).toMatch(/其中 3 项已经由人逐句审校，其余待人工审校。$/u)
})
