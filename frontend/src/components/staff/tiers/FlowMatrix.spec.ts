import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import FlowMatrix from './FlowMatrix.vue'

const tiers = [{ code: 'red', name: 'Merah' }, { code: 'gold', name: 'Emas' }]

describe('who goes from which tier to which', () => {
  it('has a row for each tier now and says who rises and who falls', () => {
    const matrix = render(FlowMatrix, {
      props: { tiers, caption: 'Perpindahan', moves: [{ from: 'red', to: 'red', members: 80, before: 90 }, { from: 'red', to: 'gold', members: 20, before: 10 }, { from: 'gold', to: 'red', members: 5, before: 5 }] },
    })
    const rows = matrix.findAll('tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('100')
    expect(rows[0]).toContain('20 naik')
    expect(rows[0]).toContain('tanpa perubahan 10')
    expect(rows[1]).toContain('5 turun')
    expect(rows[1]).not.toContain('tanpa perubahan')
  })
})
