import type { Calendar } from '@/api/calendars'

/** Days that follow each other, as they stand in a form: without a last day it is one. */
export interface SpanDraft {
  from: string
  until: string
}

export function spanDrafts(calendar?: Calendar): SpanDraft[] {
  return calendar?.spans.map((span) => ({ from: span.from, until: span.until === span.from ? '' : (span.until ?? '') })) ?? [{ from: '', until: '' }]
}

/** What to send; a span nobody filled is left out, as long as there is another. */
export function spanTerms(drafts: SpanDraft[]): Calendar['spans'] {
  const filled = drafts.filter((span) => span.from || span.until)
  return (filled.length ? filled : drafts).map((span) => ({ ...(span.from ? { from: span.from } : {}), ...(span.until ? { until: span.until } : {}) }) as Calendar['spans'][number])
}
