import { beforeEach, describe, expect, it } from 'vitest'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import RuleDifference from './RuleDifference.vue'

const said = (factor: string, months = 12, more = {}) => ({
  sentence: { id: `${factor}× poin untuk kopi`, en: `${factor}× points for coffee` },
  terms: { kind: 'multiplier', name: { id: 'Kopi', en: 'Coffee' }, factor, expiryMonths: months, funderId: 'par_1', ...more },
})

describe('the difference of two versions', () => {
  beforeEach(() => void serve({ 'GET /program': { body: program } }))

  it('tells each thing that changed', () => {
    const shown = render(RuleDifference, { props: { before: said('2'), after: said('3', 6) } })
    expect(shown.findAll('dt').map((term) => term.text())).toEqual(['Isi aturan', 'Masa berlaku poin'])
  })

  it('says so where nothing did', () => {
    expect(render(RuleDifference, { props: { before: said('2'), after: said('2') } }).text()).toBe('Tidak ada perbedaan.')
  })

  it('tells limits, waiting, expiry and grouping in words', () => {
    const more = { caps: { perPurchase: 500, perMember: [{ period: 'day', unit: 'times', most: 1 }], budget: 90000 }, waiting: { days: 14 }, expiry: { kind: 'end_of_month' }, stacking: { group: 'kopi' } }
    const shown = render(RuleDifference, { props: { before: said('2'), after: said('2', 0, more) } })
    expect(shown.findAll('dt').map((term) => term.text())).toEqual(['Poin paling banyak tiap belanja', 'Batas tiap anggota', 'Anggaran poin', 'Kapan poinnya bisa dipakai', 'Masa berlaku poin', 'Kelompok'])
    for (const words of ['500 poin', '1 kali sehari', '90.000 poin', '14 hari', 'saat didapat', 'di kelompok kopi']) expect(shown.text().replaceAll('\u00a0', ' ')).toContain(words)
  })

  it('tells which event of a partner counts, and how often', () => {
    const survey = (limit: string) => said('2', 12, { kind: 'event_bonus', event: { occasion: 'custom', code: 'survei', limit } })
    const shown = render(RuleDifference, { props: { before: survey('each_time'), after: survey('once') } })
    expect(shown.findAll('dt')).toHaveLength(1)
    expect(shown.text()).toContain('survei')
  })

  it('does not hide what it has no words for', () => {
    expect(render(RuleDifference, { props: { before: said('2'), after: said('2', 12, { novelty: 1 }) } }).text()).toContain('Ketentuan lain')
  })
})
