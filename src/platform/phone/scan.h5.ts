interface Detector {
  detect(image: ImageBitmap): Promise<{ rawValue: string }[]>
}
declare const BarcodeDetector: (new (options: { formats: string[] }) => Detector) | undefined

/** Some browsers read codes (Chrome on Android, Safari on newer systems); in the others the text is pasted. */
export function canScan(): boolean {
  return typeof BarcodeDetector !== 'undefined'
}

/** Takes a picture with the camera, or chooses one, and reads the code in it. */
export async function scanCode(): Promise<string | undefined> {
  const file = await takePicture()
  if (!file || typeof BarcodeDetector === 'undefined') return undefined
  const codes = await read(file).catch((cause: unknown) => {
    throw new Error('这张图读不出来，请换一张，或者粘贴文字', { cause })
  })
  if (!codes[0]) throw new Error('这张图里没有找到二维码，请靠近一点再拍')
  return codes[0].rawValue
}

async function read(file: File) {
  return new BarcodeDetector!({ formats: ['qr_code'] }).detect(await createImageBitmap(file))
}

function takePicture(): Promise<File | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.setAttribute('capture', 'environment')
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}
