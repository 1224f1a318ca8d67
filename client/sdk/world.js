/**
 * Words of rooms as types. Nothing of this file is loaded at run time.
 *
 * @import {Platform} from './platform.js'
 * @import {ServerClock} from './clock.js'
 * @import {Links} from './links.js'
 * @import {Pace} from './pace.js'
 * @import {Room} from './room.js'
 * @import {EventFrame, Member, Seat} from './contract.js'
 *
 * @typedef {object} World what all rooms of a client share
 * @property {Platform} platform
 * @property {ServerClock} clock
 * @property {Links} links
 * @property {Pace} pace
 * @property {() => string} player
 * @property {(room: string, invite?: string) => Promise<Seat>} ask the join call
 * @property {(room: Room<any>) => void} keep the room for this tab's next page
 * @property {(room: Room<any>, forGood: boolean) => void} ended
 *
 * @typedef {'connecting' | 'live' | 'reconnecting' | 'elsewhere' | 'stopped'} RoomStatus elsewhere: another tab or
 *   device has the seat; this one asks for it again when a person turns to it
 *
 * @typedef {object} StatusChange
 * @property {RoomStatus} status
 * @property {number} [replayed] events that were missed and are applied now
 * @property {string} [reset] why they could not be, so that the state was told anew
 * @property {string} [code] why it stopped
 * @property {string} [detail]
 */
/**
 * @template State
 * @typedef {object} RoomEvents
 * @property {EventFrame} event after it was folded
 * @property {State} state after everything that may have changed it, or what is pending
 * @property {Member[]} members
 * @property {Record<string, any>} values of latest-value rooms
 * @property {StatusChange} status
 * @property {State} over nothing can happen any more
 * @property {{body: any, code: string, detail: string}} denied
 */
export {};
