import { reactive, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { type Calendar, calendarQuery } from '@/api/calendars'
import type { ConflictField } from '@/composables/conflict'
import { useConflict } from '@/composables/useConflict'
import { useFormat } from '@/composables/useFormat'
import { type SpanDraft, spanDrafts } from './spans'

interface Values {
  name: { id: string; en: string }
  spans: SpanDraft[]
}

/** What the form holds of a calendar, or of none. */
export const calendarValues = (calendar?: Calendar): Values => ({ name: { id: calendar?.name.id ?? '', en: calendar?.name.en ?? '' }, spans: spanDrafts(calendar) })

/** What two people may have made of the same calendar; its days are one thing. */
export function useCalendarConflict(parts: { [Name in keyof Values]: Ref<Values[Name]> }, calendar: Calendar | undefined) {
  const { t } = useI18n()
  const format = useFormat()
  const day = (date: string) => (date ? format.date(date, 'long') : '…')
  const days = (spans: SpanDraft[]) =>
    spans
      .filter(({ from, until }) => from || until)
      .map(({ from, until }) => (until ? `${day(from)} – ${day(until)}` : day(from)))
      .join('\n')

  const fields = (): ConflictField<Values>[] => [
    { path: 'name.id', label: t('desk.conflict.indonesian', { field: t('calendars.name') }) },
    { path: 'name.en', label: t('desk.conflict.english', { field: t('calendars.name') }) },
    { path: 'spans', label: t('calendars.days'), show: days },
  ]

  return useConflict<Values, number>({
    values: reactive(parts) as Values,
    version: calendar?.version,
    fields,
    read: async () => {
      const now = await calendarQuery(calendar!.calendarId).query()
      return { values: calendarValues(now), version: now.version }
    },
    trail: () => calendar && { subject: calendar.calendarId },
  })
}
