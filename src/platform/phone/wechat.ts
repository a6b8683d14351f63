/** Login with WeChat. `wechat.weapp.ts` and `wechat.h5.ts`. */

/** Whether this is WeChat: the web has no such login. */
export declare function canUseWechat(): boolean
/** A one-time login code for the service. @throws Error in words for the member */
export declare function wechatCode(): Promise<string>
