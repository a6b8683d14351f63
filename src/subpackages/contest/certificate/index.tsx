import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { readCertificate } from '@domain/contest/certificate'
import { certificateKey, contestApi } from '@/api/contests'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { useQuery } from '@/hooks/query'
import { Said, useSaid } from '@/layout/states/said'
import { open, routes } from '@/navigation'
import { drawnImage, saveCard } from '@/platform/media/card-image'
import { copyText } from '@/platform/phone/clipboard'
import { now } from '@/platform/phone/clock'
import { keepIssuer } from '@/storage/contest-entries'
import { useCatalog } from '@/stores/catalog'
import { authorised } from '@/stores/session'
import { ContestLoaded, MemberPage } from '../frame'
import { drawCertificate, PAPER } from './drawing'
import './certificate.scss'

/** px on the screen, whatever the picture has. */
const WIDTH = 340

/** One's own certificate: a picture to pass on, drawn here, and its code. */
export default function CertificatePage() {
  return <MemberPage title="证书">{() => <Own />}</MemberPage>
}

function Own() {
  const { id = '' } = useRouter().params
  const app = useCatalog(state => state.catalog?.brand.name ?? 'e起学党史')
  const { said, busy, attempt } = useSaid()
  const read = useQuery(`certificate-${id}`, async () => {
    const code = await contestApi(authorised, id).certificate()
    const reading = readCertificate(code)
    if (!reading.ok) throw new Error('取来的证书读不出来，请再试一次')
    // So that this phone knows the service's key when somebody shows it a certificate.
    await certificateKey()
      .then(key => keepIssuer(key, now()))
      .catch(() => undefined)
    const { certificate } = reading
    return { code, certificate, picture: await drawnImage(PAPER, pen => drawCertificate(pen, certificate, code, app)) }
  })
  return (
    <ContestLoaded of={read}>
      {({ code, certificate: { name, title, right, questions }, picture }) => (
        <>
          <View {...a11y({ role: 'img', label: `参赛证书，${name}，${title}，答对 ${right} 题，共 ${questions} 题` })}>
            <Image
              id="certificate-image"
              className="certificate-image"
              style={{ width: `${WIDTH}px`, height: `${Math.round((PAPER.height / PAPER.width) * WIDTH)}px` }}
              mode="aspectFit"
              src={picture}
              showMenuByLongpress
              {...a11y({ hidden: true })}
            />
          </View>
          <View className="contest-actions">
            <Button
              id="certificate-save"
              look="main"
              disabled={busy}
              onPress={() => void attempt(() => saveCard(picture).catch(refused), '已经保存')}
            >
              保存图片
            </Button>
            <Button
              id="certificate-copy"
              disabled={busy}
              onPress={() => void attempt(() => copyText(code), '已经复制')}
            >
              复制证书码
            </Button>
          </View>
          <Said said={said} />
          <Row
            id="to-verify"
            title="别人怎样核对"
            note="扫图上的码，或者粘贴证书码；改过一个字都看得出来"
            onPress={() => open(routes.contest('verify', { code }))}
          />
        </>
      )}
    </ContestLoaded>
  )
}

function refused(): never {
  throw new Error('没有保存成：可能没有允许访问相册，长按图片也可以保存')
}
