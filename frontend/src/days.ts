/** Days of the program's calendar and the moments they begin at. A day is yyyy-MM-dd, a moment an ISO text in UTC. */

import { dateFormat } from './format'

export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const guess = midnight - offsetAt(midnight, timeZone)
  return new Date(midnight - offsetAt(guess, timeZone)).toISOString()
}

/** The moment of a clock time of the program's calendar, yyyy-MM-ddTHH:mm. */
export function momentOf(clockTime: string, timeZone: string): string {
  const asUtc = Date.parse(`${clockTime}:00Z`)
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString()
}

/** The clock time of a moment, yyyy-MM-ddTHH:mm. */
export function clockTimeOf(moment: string, timeZone: string): string {
  const at = Date.parse(moment)
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16)
}

export function dayOf(moment: string, timeZone: string): string {
  return dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(new Date(moment))
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The moment after the last day that counts. */
export function endOfDay(day: string, timeZone: string): string {
  return startOfDay(nextDay(day), timeZone)
}

/** The last day that counts before a moment. */
export function lastDayOf(moment: string, timeZone: string): string {
  return dayOf(new Date(Date.parse(moment) - 1).toISOString(), timeZone)
}

/** The month before one, yyyy-MM; what is no month stays as it is. */
export function monthBefore(month: string): string {
  return monthBeside(month, -1)
}

export function monthAfter(month: string): string {
  return monthBeside(month, 1)
}

function monthBeside(month: string, step: number): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month)
  return parts ? new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1 + step)).toISOString().slice(0, 7) : month
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = dateFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(new Date(moment))
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - moment
}
