import { useI18n } from 'vue-i18n'
import type { FigureItem, Figures, FigureValue, Period } from '@/api/figures'
import { numberOf } from '@/api/figures'
import { useFormat } from './useFormat'

/** What a change is: how much, which way, and whether that way is good. */
export interface Change {
  text: string
  way: 'up' | 'down' | 'same'
  good: boolean
}

const better = new Set(['active_members', 'active_members_90', 'new_members', 'sales', 'member_sales', 'member_share', 'redemption_rate'])

/** Figures, periods and their changes as text. */
export function useFigures() {
  const { t } = useI18n()
  const format = useFormat()

  function text(value: FigureValue | undefined, short = false): string {
    if (value?.money) return short ? format.moneyShort(value.money) : format.money(value.money)
    if (value?.share !== undefined) return format.percentFine(value.share)
    return value?.count === undefined ? '–' : format.number(value.count)
  }

  function change(figure: FigureItem): Change | undefined {
    const now = numberOf(figure.value)
    const before = numberOf(figure.before)
    if (now === undefined || before === undefined) return undefined
    const way = now > before ? 'up' : now < before ? 'down' : 'same'
    const good = way === 'up' && better.has(figure.figure)
    if (way === 'same') return { text: t('figures.same'), way, good }
    if (figure.unit === 'share') return { text: t('figures.shareChange', { count: format.decimal(Math.abs(now - before) * 100, 1) }), way, good }
    if (before === 0) return { text: text(figure.value, true), way, good }
    return { text: format.percentFine(Math.abs(now - before) / Math.abs(before)), way, good }
  }

  /** The part of its target a figure has reached, as far as that makes sense. */
  function reached(figure: FigureItem): number | undefined {
    const now = numberOf(figure.value)
    const target = numberOf(figure.target)
    return now !== undefined && target ? now / target : undefined
  }

  function span(from: string, until: string): string {
    if (from === until) return format.date(from, 'long')
    const sameMonth = from.slice(0, 7) === until.slice(0, 7)
    return sameMonth ? `${Number(from.slice(8))}–${format.date(until, 'long')}` : `${format.date(from, 'short')} – ${format.date(until, 'long')}`
  }

  /** A period by its first day, on an axis. */
  function tick(from: string, period: Period): string {
    return period === 'month' ? `${format.date(from, 'monthShort')} ${from.slice(2, 4)}` : format.date(from, 'short')
  }

  function title(figures: Figures): string {
    return figures.period === 'month' && figures.over ? format.date(figures.from.slice(0, 7), 'month') : span(figures.from, figures.until)
  }

  return { text, change, reached, span, tick, title }
}
