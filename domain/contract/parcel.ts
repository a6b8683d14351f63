/** A sealed parcel on its way from one phone to another. The app imports types only: zod stays out of its package. */
import { z } from 'zod'

/** 128 bits that follow from the code on the old phone (domain/transfer/code); the code does not follow from them. */
export const parcelIdSchema = z.string().regex(/^[\da-f]{32}$/)

/** `PUT /v1/me/parcel/:parcel`, the body being the sealed bytes: for how many seconds it can be taken. */
export const parcelAnswerSchema = z.object({ seconds: z.number() })
export type ParcelAnswer = z.infer<typeof parcelAnswerSchema>

/** `GET /v1/me/parcel/:parcel`, for the old phone: 404 when there is nothing to tell of any more. */
export const parcelStateSchema = z.object({
  state: z
    .enum(['waiting', 'begun', 'done'])
    .describe('waiting 还没有手机来取；begun 有一部取到了；done 它已经并好，服务上的那一份删了'),
})
export type ParcelState = z.infer<typeof parcelStateSchema>['state']

/** `POST /v1/parcels/:parcel/take` and `/done`: one phone takes it, and may ask again when the line breaks. */
export const takeParcelSchema = z.strictObject({
  phone: z.uuid().describe('取的那部手机这一次随机生成的编号：断了网可以再取，别的手机不能'),
})
export type TakeParcel = z.infer<typeof takeParcelSchema>
