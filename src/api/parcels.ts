import type { ParcelAnswer, ParcelState, TakeParcel } from '@domain/contract/parcel'
import { type Ask, call, type Download } from './client'

/** Leaves the sealed parcel of this phone's member, in the place of the one before. @throws ApiError */
export const putParcel = (ask: Ask, parcel: string, sealed: Uint8Array): Promise<ParcelAnswer> =>
  ask('PUT', `/v1/me/parcel/${parcel}`, { file: sealed.slice().buffer })

/** What has become of what this phone's member has left. @throws ApiError 404 when there is nothing to tell of any more */
export const parcelState = async (ask: Ask, parcel: string): Promise<ParcelState> =>
  (await ask<{ state: ParcelState }>('GET', `/v1/me/parcel/${parcel}`)).state

/** Takes back what this phone's member has left, if it is still there. @throws ApiError */
export const dropParcel = (ask: Ask): Promise<null> => ask('DELETE', '/v1/me/parcel')

/** The sealed parcel; nobody has to be signed in. @throws ApiError; `parcel` when it is over, used or never was */
export const takeParcel = async (parcel: string, by: TakeParcel): Promise<Uint8Array> =>
  (await call<Download>('POST', `/v1/parcels/${parcel}/take`, { body: by, bytes: true })).bytes

/** The phone that took it has it whole: the service deletes it now. @throws ApiError */
export const endParcel = (parcel: string, by: TakeParcel): Promise<null> =>
  call('POST', `/v1/parcels/${parcel}/done`, { body: by })
