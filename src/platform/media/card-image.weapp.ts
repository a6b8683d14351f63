import Taro from '@tarojs/taro'
import { CARD, drawCard, type CardContent, type Pen } from './card-drawing'

export const cardImage = (content: CardContent): Promise<string> => drawnImage(CARD, pen => drawCard(pen, content))

export async function drawnImage(size: { width: number; height: number }, draw: (pen: Pen) => void): Promise<string> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size })
  draw(canvas.getContext('2d') as unknown as Pen)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
  })
  return tempFilePath
}

export async function saveCard(source: string): Promise<void> {
  await Taro.saveImageToPhotosAlbum({ filePath: source })
}
