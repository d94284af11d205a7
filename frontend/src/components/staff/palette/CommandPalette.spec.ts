import { Gift, ListChecks } from 'lucide-vue-next'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import CommandPalette from './CommandPalette.vue'
import type { Command } from './commands'

const commands: Command[] = [
  { id: 'staff-rules', group: 'places', text: 'Aturan poin', icon: ListChecks, route: 'staff-rules', key: 'r' },
  { id: 'begin-reward', group: 'actions', text: 'Hadiah baru', icon: Gift, route: 'staff-reward-new' },
]
const sari = { memberId: 'mem_1', name: 'Sari Wulandari', state: 'active', tier: { code: 'gold', name: { id: 'Emas', en: 'Gold' }, rank: 2 }, cardNumber: '604275595139', matched: 'name' }

async function palette(props: Record<string, unknown> = {}) {
  const shown = render(CommandPalette, { props: { open: true, commands, busy: false, ...props } })
  await nextTick()
  const field = () => shown.get('[role=combobox]')
  const active = () => shown.get(`#${CSS.escape(field().attributes('aria-activedescendant')!)}`).text()
  return { shown, field, active }
}

describe('the palette', () => {
  it('walks through pages and actions by arrows, round at the ends, and opens by Enter', async () => {
    const { shown, field, active } = await palette()
    expect(active()).toContain('Aturan poin')
    await field().trigger('keydown', { key: 'ArrowDown' })
    expect(active()).toContain('Hadiah baru')
    await field().trigger('keydown', { key: 'ArrowDown' })
    expect(active()).toContain('Aturan poin')
    await field().trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('choose')![0]).toEqual([commands[0]])
    expect(shown.emitted('update:open')![0]).toEqual([false])
  })

  it('searches members only when that is chosen', async () => {
    const { shown, field, active } = await palette()
    await field().setValue('sari')
    expect(shown.emitted('search')).toBeUndefined()
    expect(active()).toContain('Cari anggota “sari”')
    await field().trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('search')![0]).toEqual(['sari'])
  })

  it('puts the members found first, and opens the one that is meant', async () => {
    const { shown, field, active } = await palette({ found: { query: 'sari', items: [sari] } })
    await field().setValue('sari')
    expect(active()).toContain('Sari Wulandari')
    expect(active()).toMatch(/6042\s7559\s5139/)
    await field().trigger('keydown', { key: 'Enter' })
    expect(shown.emitted<[Command]>('choose')![0]![0].member).toEqual(sari)
  })

  it('says aloud how many there are, and when nobody matches', async () => {
    const { shown, field } = await palette({ found: { query: 'zzz', items: [] } })
    expect(shown.get('[role=status]').text()).toBe('2 pilihan')
    await field().setValue('zzz')
    expect(shown.get('[role=status]').text()).toBe('Tidak ada anggota yang cocok dengan “zzz”.')
  })
})
