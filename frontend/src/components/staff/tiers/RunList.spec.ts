import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import RunList from './RunList.vue'

describe('the monthly evaluations', () => {
  it('tell how many each moved, or how far it is', () => {
    const run = { month: '2026-10', evaluated: 2045, raised: 41, lowered: 38 }
    expect(render(RunList, { props: { runs: [{ ...run, state: 'done' }] } }).text()).toContain('41 naik, 38 turun')
    expect(render(RunList, { props: { runs: [{ ...run, state: 'running' }] } }).text()).toContain('Berjalan')
  })
})
