import { describe, expect, it } from 'vitest'
import type { StandingResponse } from '@/api/types'
import { render } from '@/test/render'
import StandingBox from './StandingBox.vue'

const rupiah = (amount: string) => ({ amount, currency: 'IDR' })
const red = { code: 'red', name: { id: 'Merah', en: 'Red' }, rank: 1 }
const gold = { code: 'gold', name: { id: 'Emas', en: 'Gold' }, rank: 2 }
const needed = { money: rupiah('160000') }
const standing: StandingResponse = {
  tier: red,
  reason: { id: 'Rata-rata Anda di bawah Rp500.000.', en: 'Your average is below Rp500,000.' },
  metric: { average: rupiah('340000'), months: 6, monthSpends: [{ month: '2026-11', spend: rupiah('340000') }], kind: 'spend_average', window: 'months', firstMonth: '2026-06', lastMonth: '2026-11', sum: needed },
  next: { tier: gold, spendNeeded: rupiah('160000'), by: '2026-11-30', evaluatedOn: '2026-12-01', text: { id: 'Rp160.000 lagi untuk Emas', en: 'Rp160,000 more for Gold' }, progress: 0.68, needed, atOnce: false },
  projected: red,
  nextEvaluation: '2026-12-01',
}
const box = (changes: Partial<StandingResponse> = {}, language: 'id' | 'en' = 'id') => render(StandingBox, { props: { standing: { ...standing, ...changes } }, language })
const words = (shown: ReturnType<typeof box>) => shown.text().replaceAll('\u00a0', ' ')

describe('where a member stands', () => {
  it('is how far the next tier is, and when it is looked at again', () => {
    expect(box().attributes('aria-label')).toBe('Status Anda')
    expect(words(box())).toContain('68%')
    expect(words(box())).toContain('Rp160.000 lagi untuk Emas')
    expect(words(box())).toContain('Rata-rata Anda Rp340.000 per bulan (6 bulan terakhir). Dinilai lagi pada 1 Desember.')
    expect(words(box({}, 'en'))).toContain('You average Rp340,000 a month (last 6 months). Reviewed again on 1 December.')
  })

  it('is good news where they rise, and the top where there is nothing above', () => {
    expect(words(box({ next: undefined, projected: gold }))).toContain('Anda naik ke Emas pada 1 Desember')
    expect(words(box({ next: undefined, tier: gold, projected: gold }))).toContain('Anda sudah di tingkat tertinggi, Emas')
  })

  it('is explained to who asks, with what will come and what keeps it', async () => {
    const shown = box({ projected: gold, keeps: { id: 'Emas Anda sampai Maret.', en: 'Gold until March.' } })
    expect(words(shown)).not.toContain('di bawah Rp500.000')
    expect(shown.get('button').text()).toBe('Mengapa tingkat ini?')
    await shown.get('button').trigger('click')
    expect(shown.get('dialog h2').text()).toBe('Tingkat Merah')
    expect(words(shown)).toContain('Rata-rata Anda di bawah Rp500.000.')
    expect(words(shown)).toContain('Emas Anda sampai Maret.')
    expect(words(shown)).toContain('tingkat Anda mulai 1 Desember adalah Emas')
    expect(shown.get('dialog table').text()).toContain('November')
  })
})
