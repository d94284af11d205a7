import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import RuleDifference from './RuleDifference.vue'

const said = (factor: string, months = 12, more = {}) => ({
  sentence: { id: `${factor}× poin untuk kopi`, en: `${factor}× points for coffee` },
  terms: { kind: 'multiplier', name: { id: 'Kopi', en: 'Coffee' }, factor, expiryMonths: months, funderId: 'par_1', ...more },
})

describe('the difference of two versions', () => {
  it('tells each thing that changed', () => {
    const shown = render(RuleDifference, { props: { before: said('2'), after: said('3', 6) } })
    expect(shown.findAll('dt').map((term) => term.text())).toEqual(['Isi aturan', 'Masa berlaku poin'])
  })

  it('says so where nothing did', () => {
    expect(render(RuleDifference, { props: { before: said('2'), after: said('2') } }).text()).toBe('Tidak ada perbedaan.')
  })

  it('does not hide what it has no sentence for', () => {
    expect(render(RuleDifference, { props: { before: said('2'), after: said('2', 12, { stacking: { group: 'kopi' } }) } }).text()).toContain('Ketentuan lain')
  })
})
