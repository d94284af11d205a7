import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import WhatIfForm from './WhatIfForm.vue'

const name = (text: string) => ({ id: text, en: text })
const money = (amount: string) => ({ amount, currency: 'IDR' })
const ladder = {
  tiers: [{ code: 'red', name: name('Merah'), threshold: money('0') }, { code: 'gold', name: name('Emas'), threshold: money('1000000') }],
  policy: { metric: 'average_spend', window: 'rolling', months: 6, minimumTenure: 0, upgradeAtOnce: false, grace: 0, softLanding: false, sinceJoining: false },
}

describe('what another ladder would do', () => {
  it('asks with the other thresholds and the rest as it is', async () => {
    const form = render(WhatIfForm, { props: { ladder, busy: false, refusal: () => undefined } })
    await form.find('input[inputmode=decimal]').setValue('1500000')
    expect(form.text()).toContain('Rp1.500.000')
    await form.find('form').trigger('submit')
    expect(form.emitted('look')![0]![1]).toEqual({
      tiers: [{ code: 'red', name: name('Merah'), threshold: money('0') }, { code: 'gold', name: name('Emas'), threshold: money('1500000') }],
      policy: ladder.policy,
      soFar: false,
    })
  })
})
