import type { CardContent, Pen } from './card-drawing'

/** Draws a card as a picture. @returns what an Image takes as its source. `card-image.weapp.ts` and `card-image.h5.ts`. */
export declare function cardImage(content: CardContent): Promise<string>
/** The same of whatever `draw` draws, px. */
export declare function drawnImage(size: { width: number; height: number }, draw: (pen: Pen) => void): Promise<string>
/** Keeps the picture: in the phone's album on WeChat, as a file on the web. @throws when the member refuses */
export declare function saveCard(source: string): Promise<void>
