import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import SheetDialog from '@/components/SheetDialog.vue'
import { render } from '@/test/render'
import ConflictSheet from './ConflictSheet.vue'

const name = { path: 'name', label: 'Nama', before: 'Kopi', mine: 'Kopi susu', theirs: 'Kopi hitam', changed: 'both' as const }
const price = { path: 'price', label: 'Harga', before: '10', mine: '10', theirs: '', changed: 'theirs' as const }

async function shown(given: Record<string, unknown> = {}) {
  const conflict = { differences: [name, price], settle: vi.fn(), dismiss: vi.fn(), ...given }
  const sheet = render(ConflictSheet, { props: { conflict } }).getComponent(SheetDialog)
  await nextTick()
  return { sheet, conflict }
}

describe('a conflict', () => {
  it('is saved once what both changed is chosen', async () => {
    const { sheet, conflict } = await shown()
    await sheet.get('form').trigger('submit')
    expect(conflict.settle).not.toHaveBeenCalled()
    expect(sheet.text()).toContain('Pilih salah satu.')
    await sheet.get('input[value=mine]').setValue()
    await sheet.get('form').trigger('submit')
    expect(conflict.settle).toHaveBeenCalledWith({ name: 'mine', price: 'theirs' })
  })

  it('shows both values, who changed it where that is known, and what is empty', async () => {
    const { sheet } = await shown({ by: 'Rina Hartono', at: '2026-11-22T03:04:05Z' })
    for (const text of ['Kopi susu', 'Kopi hitam', 'Semula: Kopi', 'Diubah oleh Rina Hartono', '(kosong)']) expect(sheet.text()).toContain(text)
  })

  it('closing it goes back to the form', async () => {
    const { sheet, conflict } = await shown()
    await sheet.get('header button').trigger('click')
    expect(conflict.dismiss).toHaveBeenCalled()
  })

  it('says so when nothing in the form differs', async () => {
    const { sheet, conflict } = await shown({ differences: [] })
    expect(sheet.text()).toContain('Tidak ada isian yang berbeda')
    await sheet.get('form').trigger('submit')
    expect(conflict.settle).toHaveBeenCalledWith({})
  })
})
