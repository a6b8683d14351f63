import Taro from '@tarojs/taro'
import { CARD, drawCard, type CardContent, type Pen } from './card-drawing'

export async function cardImage(content: CardContent): Promise<string> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width: CARD.width, height: CARD.height })
  drawCard(canvas.getContext('2d') as unknown as Pen, content)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
  })
  return tempFilePath
}

export async function saveCard(source: string): Promise<void> {
  await Taro.saveImageToPhotosAlbum({ filePath: source })
}
