import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import CardSheet from './CardSheet.vue'

const mothers = { number: '604252476592', label: 'Kartu Ibu', primary: false, maySpend: false, state: 'active' as const }

/** The acts, noting which cards were blocked. */
function noting(blocked: string[] = []) {
  return {
    changeCard: async () => mothers,
    replaceCard: async () => mothers,
    blockCard: async (number: string) => {
      blocked.push(number)
      return mothers
    },
  }
}

describe('the sheet of a card', () => {
  it('asks once more before a card is blocked', async () => {
    const blocked: string[] = []
    const sheet = render(CardSheet, { props: { card: mothers, frozen: false, acts: noting(blocked) } })
    await flushPromises()
    const button = (text: string) => sheet.findAll('button').find((candidate) => candidate.text() === text)!
    await button('Blokir kartu').trigger('click')
    expect(blocked).toEqual([])
    await button('Ya, blokir').trigger('click')
    await flushPromises()
    expect(blocked).toEqual([mothers.number])
  })

  it('offers no blocking of the main card, and no new right to spend while frozen', async () => {
    const main = render(CardSheet, { props: { card: { ...mothers, primary: true, maySpend: true }, frozen: false, acts: noting() } })
    await flushPromises()
    expect(main.text()).not.toContain('Blokir kartu')
    expect(main.text()).toContain('Ganti nomor')

    const frozen = render(CardSheet, { props: { card: mothers, frozen: true, acts: noting() } })
    await flushPromises()
    expect(frozen.text()).not.toContain('Izinkan pakai poin')
  })
})
