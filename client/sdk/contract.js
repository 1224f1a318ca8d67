/**
 * The words of the contracts as types. Nothing of this file is loaded at run time.
 *
 * @typedef {{status: 'open' | 'maintenance', message?: string, configVersion?: string | number, minimumVersion?: string, players?: number}} ServerStatus
 *
 * @typedef {object} Profile what a player may know of themselves
 * @property {string} playerId
 * @property {string} name
 * @property {string} [locale]
 * @property {string} [country]
 * @property {string} [avatar]
 * @property {string} [createdAt] ISO-8601
 * @property {string[]} [identities]
 *
 * @typedef {object} SessionAnswer what every login call answers
 * @property {string} playerId
 * @property {string} accessToken
 * @property {number} expiresIn seconds
 * @property {string} refreshToken
 * @property {boolean} newPlayer
 * @property {Profile} player
 * @property {ServerStatus} server
 * @property {{room: string, kind: string}[]} [rooms] in which the player sits and which go on
 *
 * @typedef {{playerId: string, name: string, avatar?: string, level?: number}} Card what everybody may know of a player
 *
 * @typedef {object} Seat a way into a room
 * @property {string} room
 * @property {string} kind
 * @property {string} node
 * @property {string} url of the owner's socket
 * @property {string} ticket single use, 30 s
 * @property {string} [expiresAt] ISO-8601
 * @property {string} [invite] of a private room, told to its maker
 *
 * @typedef {object} RoomLine a room in a list
 * @property {string} room
 * @property {string} kind
 * @property {string} [status]
 * @property {number} [players] how many sit there
 * @property {string} [createdAt] ISO-8601
 * @property {GameStatistics} [statistics] of `get` only, once the game is over and counted, for who was in it
 *
 * @typedef {object} GameStatistics
 * @property {string} kind
 * @property {string} openedAt ISO-8601, as the others
 * @property {string} beganAt of the first move
 * @property {string} endedAt
 * @property {number} moves
 * @property {number} sat how many ever took a seat
 * @property {PlayerStatistics[]} players
 *
 * @typedef {object} PlayerStatistics
 * @property {string} player
 * @property {number} moves
 * @property {number} seconds in a seat
 * @property {Record<string, number>} [scored] points by board
 * @property {Record<string, number>} [granted] by currency or good
 * @property {Record<string, number>} [figures] what the kind counts beside
 *
 * @typedef {{seq: number, epoch?: number, at: number, by?: string, id?: number, body: any}} LoggedEvent
 * @typedef {{events: LoggedEvent[], head: number, over: boolean}} RoomLog
 *
 * @typedef {{currency: string, amount: number}} Price
 * @typedef {{kind: string, id: string, amount: number}} Grant
 * @typedef {{sku: string, title: string, price: Price, grants: Grant[], limit?: number, was?: Price, until?: string, left?: number}} StoreItem
 * @typedef {{sku: string, title: string, prices: {amount: number, currency: string}[], grants: Grant[]}} Pack
 * @typedef {{version: string, items: StoreItem[], packs: Pack[]}} Catalogue
 * @typedef {{orderId: string, balances: Record<string, number>, granted: Grant[]}} OrderAnswer
 *
 * @typedef {{amount: number, currency: string}} Money in minor units of ISO 4217
 * @typedef {{orderId: string, checkout: Record<string, any>}} PaymentOrder
 * @typedef {'pending' | 'fulfilled' | 'refunded' | 'disputed' | 'failed'} PaymentStatus
 * @typedef {object} Payment an order for real money as it stands
 * @property {string} orderId
 * @property {PaymentStatus} status
 * @property {string} provider
 * @property {string} sku
 * @property {number} quantity
 * @property {Money} price
 * @property {Money} [paid]
 * @property {Money} [back] what went back to the payer
 * @property {Grant[]} grants
 * @property {string} createdAt ISO-8601
 * @typedef {{player: string, orderId: string, sku: string, provider: string, at: number}} OpenOrder at: milliseconds since 1970
 *
 * @typedef {'news' | 'events' | 'offers'} Topic
 * @typedef {{address: string, state: 'asked' | 'on' | 'off', topics: Topic[], askedAt: string, confirmedAt?: string}} Subscription
 *
 * @typedef {{unit: string, amount: number, reason: string, at: string | number}} LedgerEntry
 *
 * @typedef {{rank: number, playerId: string, clanId?: string, name?: string, score: number, at?: string}} BoardEntry clanId instead of playerId where clans are ranked
 * @typedef {{board: string, period: string, scope?: string, until?: string, of: number, asOf: string, entries: BoardEntry[], next?: string}} BoardPage
 * @typedef {{rank: number, score: number, of: number, asOf: string, period?: string, around: BoardEntry[]}} BoardRank
 * @typedef {{of: number, asOf: string, period: string, entries: BoardEntry[]}} BoardRanks
 * @typedef {{cycle: string, period: string, until?: string}} BoardPeriod
 * @typedef {{board: string, title: string, rule: 'best' | 'last' | 'sum', better: 'higher' | 'lower', source: 'rooms' | 'clients', scopes: string[], periods: BoardPeriod[]}} BoardInfo
 *
 * @typedef {{id: string, at: string, subject: string, text: string, expires: string, attachments?: {unit: string, amount: number}[], claimed?: boolean}} Mail claimed: absent where nothing is attached
 * @typedef {{mail: Mail[], next?: string}} MailPage
 *
 * @typedef {{id: string, seller: string, item: string, amount: number, price: number, currency: string, state: 'open' | 'sold' | 'returned', at: string, expires: string}} Offer price: of all pieces together
 * @typedef {{offers: Offer[], next?: string}} OfferPage
 * @typedef {{median?: number, sales: {amount: number, price: number, at: string}[], next?: string}} MarketPrices
 * @typedef {{id: string, seller: string, item: string, amount: number, price: number, at: number, expires: number}} OnOffer an open one as watchers see it; milliseconds since 1970
 * @typedef {{known: boolean, offers: OnOffer[]}} Shelf known: whether the market was looked at yet
 * @typedef {{came: OnOffer[], gone: {id: string, why?: 'sold' | 'withdrawn' | 'expired' | 'undercut'}[]}} ShelfEvent without why: nobody looked when it went
 *
 * @typedef {'leader' | 'officer' | 'member'} ClanRole
 * @typedef {{id: string, name: string, tag: string}} ClanBadge
 * @typedef {{motto: string, admission: 'open' | 'request' | 'invite', country?: string, language: string, level: number, leader: string, size: number, createdAt: string, activeAt: string}} ClanTerms
 * @typedef {ClanBadge & ClanTerms} Clan
 * @typedef {{clans: Clan[], next?: string}} ClanPage
 * @typedef {{playerId: string, name: string, role: ClanRole, joinedAt: string, seenAt?: string}} ClanMember
 * @typedef {Clan & {members: ClanMember[]}} ClanHall
 * @typedef {{playerId: string, name: string, text?: string, at: string, expires: string}} ClanRequest
 * @typedef {{clan: ClanBadge, at: string, expires: string}} ClanWish
 * @typedef {{clan?: ClanBadge, role?: ClanRole, requests: ClanWish[], invitations: ClanWish[]}} MyClan
 *
 * @typedef {'here' | 'away' | 'left'} Presence
 * @typedef {{player: string, status: Presence}} Member
 * @typedef {{seq: number, at: number, by?: string}} Stamp when and by whom something happened: milliseconds since 1970, the owner's clock
 *
 * @typedef {{frame: number, rate: number, burst: number}} FrameLimits bytes, moves a second, moves at once
 *
 * @typedef {{t: 'welcome', player: string, session: string, resume: string, node: string, heartbeat: number, limits: FrameLimits}} Welcome
 * @typedef {{t: 'joined', room: string, kind: string, mode: 'fresh' | 'resumed' | 'reset', epoch: number, seq: number, state?: any, members?: Member[], lastMove: number, why?: string}} Joined
 * @typedef {{t: 'event', room: string, seq: number, epoch: number, at: number, by?: string, id?: number, body: any}} EventFrame
 * @typedef {{t: 'live', room: string, seq: number}} Live
 * @typedef {{t: 'ack', room: string, id: number, seq: number}} Ack
 * @typedef {{t: 'deny', room: string, id: number, code: string, detail?: string, retryIn?: number}} Deny
 * @typedef {{t: 'patch', room: string, version: number, set: Record<string, any>, full?: boolean}} Patch
 * @typedef {{t: 'member', room: string, player: string, status: Presence}} MemberFrame
 * @typedef {{t: 'moved', room: string, after: number, url: string, ticket: string}} Moved
 * @typedef {{t: 'error', code: string, detail?: string, room?: string}} ErrorFrame
 * @typedef {Joined | EventFrame | Live | Ack | Deny | Patch | MemberFrame | Moved | ErrorFrame} RoomFrame a frame about one room
 * @typedef {{t: 'pong', id: number, heads?: Record<string, number>}} Pong
 * @typedef {{t: 'drain', within: number}} Drain
 * @typedef {{version: number, values: Record<string, boolean | number | string>}} ConfigValues
 * @typedef {{t: 'server', status: 'open' | 'maintenance', message?: string, configVersion: number}} ServerFrame
 * @typedef {{t: 'mail', id?: string}} MailFrame
 * @typedef {Welcome | RoomFrame | Pong | Drain | ServerFrame | MailFrame} NodeFrame
 *
 * @typedef {{t: 'hello', ticket?: string, resume?: string}
 *   | {t: 'join', room: string, epoch?: number, seq?: number}
 *   | {t: 'leave', room: string}
 *   | {t: 'move', room: string, id: number, body: any}
 *   | {t: 'ping', id: number}} ClientFrame
 */
export {};
