import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import MoverList from './MoverList.vue'

describe('who moves', () => {
  it('says in words which way, and what is missing to stay', () => {
    const movers = [
      { memberId: 'mem_1', from: 'gold', to: 'red', direction: 'down', missing: { money: { amount: '250000', currency: 'IDR' } } },
      { memberId: 'mem_2', from: 'red', to: 'gold', direction: 'up' },
    ]
    const [down, up] = render(MoverList, { props: { movers, tierName: (code: string) => code } }).findAll('li').map((item) => item.text())
    expect(down).toContain('Turun')
    expect(down).toContain('Rp250.000')
    expect(up).toContain('Naik')
  })
})
