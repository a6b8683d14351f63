import { CARD, drawCard, type CardContent, type Pen } from './card-drawing'

export const cardImage = (content: CardContent): Promise<string> => drawnImage(CARD, pen => drawCard(pen, content))

export async function drawnImage(size: { width: number; height: number }, draw: (pen: Pen) => void): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('这个浏览器画不出图片')
  draw(pen)
  return canvas.toDataURL('image/png')
}

export async function saveCard(source: string): Promise<void> {
  const link = document.createElement('a')
  link.href = source
  link.download = 'e起学党史.png'
  link.click()
}
