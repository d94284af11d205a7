import { answerOf, client } from './client'
import type { components } from './schema'

export type Calendar = components['schemas']['CalendarResponse']

export const calendarsQuery = {
  key: ['calendars'],
  query: () => answerOf(client.GET('/calendars')),
}

export const calendarQuery = (calendarId: string) => ({
  key: ['calendars', calendarId],
  query: () => answerOf(client.GET('/calendars/{calendarId}', { params: { path: { calendarId } } })),
})
