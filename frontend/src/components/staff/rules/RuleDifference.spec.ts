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

  it('tells what the sentence does not: months, order and who pays', () => {
    const funders = [{ partnerId: 'par_1', name: 'Toko' }, { partnerId: 'par_2', name: 'Kopi Senja' }]
    const shown = render(RuleDifference, { props: { before: said('2'), after: said('2', 0, { stacking: { group: 'kopi', priority: 10 }, funderId: 'par_2' }), funders } })
    expect(shown.findAll('dt').map((term) => term.text())).toEqual(['Masa berlaku poin', 'Urutan', 'Ditanggung oleh'])
    for (const words of ['hangus', '10', 'Kopi Senja']) expect(shown.text()).toContain(words)
  })

  it('leaves an expiry of its own to the sentence', () => {
    const own = (kind: string) => said('2', 0, { expiry: { kind } })
    expect(render(RuleDifference, { props: { before: own('end_of_month'), after: own('inactivity') } }).findAll('dt')).toHaveLength(0)
  })

  it('does not hide what it has no words for', () => {
    expect(render(RuleDifference, { props: { before: said('2'), after: said('2', 12, { novelty: 1 }) } }).text()).toContain('Ketentuan lain')
  })
})
