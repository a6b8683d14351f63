import { hostAmong, hosts } from '../text/hosts'

/**
 * Whose addresses the app shows: institutions, press, universities and large sites that answer for what stands under their
 * name. Anywhere else a page that was read may belong to somebody else tomorrow (copies of articles were found with
 * advertisements for gambling put in), so there the title, the publisher, the day and 存档副本 are said and no address.
 * docs/decisions/0105-whose-addresses-are-shown.md
 */
const ANSWERABLE = hosts(`
  gov.cn edu.cn gov.hk gov.mo
  people.com.cn people.cn xinhuanet.com news.cn cctv.com cctv.cn cntv.cn gmw.cn cnr.cn cri.cn ce.cn 81.cn china.com.cn
  china.org.cn chinadaily.com.cn chinanews.com.cn chinanews.com youth.cn cyol.com workercn.cn stdaily.com qstheory.cn
  12371.cn dangjian.com wenming.cn 71.cn legaldaily.com.cn chinacourt.org taiwan.cn huanqiu.com
  dswxyjy.org.cn zgdsw.org.cn ccphistory.org.cn hprc.org.cn cssn.cn hbdsw.org.cn scds.org.cn krzzjn.com crt.com.cn
  zgdazxw.com.cn dpm.org.cn cas.cn cae.cn sciencenet.cn chinawriter.com.cn cflac.org.cn mj.org.cn whlib.org.cn sxlib.org.cn
  thepaper.cn bjnews.com.cn bjd.com.cn beijingdaily.com.cn whb.cn jfdaily.com shobserver.com eastday.com xinmin.cn
  kankanews.com zjol.com.cn cnhubei.com hbtv.com.cn rednet.cn dahe.cn hnr.cn henandaily.cn zynews.cn dzwww.com qingdaonews.com
  enorth.com.cn hebnews.cn hebei.com.cn fjsen.com xmtv.cn qzwb.com southcn.com nfnews.com sznews.com scol.com.cn cqcb.com
  cqnews.net dbw.cn lnd.com.cn jschina.com.cn xhby.net jsw.com.cn jxnews.com.cn anhuinews.com gxnews.com.cn yunnan.cn ts.cn
  tibet.cn nxnews.net xxrb.com.cn caixin.com wenweipo.com takungpao.com
  sina.com.cn sina.cn sohu.com 163.com qq.com ifeng.com baidu.com wikipedia.org wikisource.org github.com
`)

/**
 * The address if it may be shown.
 * @param address `http://` or `https://` with a host
 */
export function shownAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  return hostAmong(address, ANSWERABLE) === undefined ? undefined : address
}

const HOST = /(?:[a-z0-9-]+\.)+[a-z]{2,}/gi

/** A publisher's name; where it is no more than the host of a site that is not known, that is said instead. */
export function shownPublisher(publisher: string): string {
  return publisher.replace(HOST, host => (shownAddress(`http://${host}`) === undefined ? '转载网页' : host))
}
