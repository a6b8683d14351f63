import { CARD, drawCard, type CardContent } from './card-drawing'

export async function cardImage(content: CardContent): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = CARD.width
  canvas.height = CARD.height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('这个浏览器画不出图片')
  drawCard(pen, content)
  return canvas.toDataURL('image/png')
}

export async function saveCard(source: string): Promise<void> {
  const link = document.createElement('a')
  link.href = source
  link.download = 'e起学党史.png'
  link.click()
}
