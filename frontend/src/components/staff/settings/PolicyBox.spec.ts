import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import { button } from '@/test/within'
import PolicyBox from './PolicyBox.vue'

const base = { title: 'Klaim struk', lead: 'Dengan kodenya.', data: { days: 14 }, error: undefined, status: 'success', busy: false, saved: false }
const shown = (props: Record<string, unknown> = {}) => render(PolicyBox, { props: { ...base, ...props }, slots: { default: '<input aria-label="Hari" />', after: '<p>Lainnya</p>' } })

describe('the frame of a setting', () => {
  it('groups its fields under its name, and tells of typing and saving', async () => {
    const box = shown({ saved: true })
    expect(box.get('h2').text()).toBe('Klaim struk')
    expect(box.get('fieldset legend').text()).toBe('Klaim struk')
    expect(box.get('[role=status]').text()).toBe('Tersimpan')
    await box.get('input').setValue('30')
    expect(box.emitted('change')).toHaveLength(1)
    await box.get('form').trigger('submit')
    expect(box.emitted('save')).toHaveLength(1)
  })

  it('is closed to who may only read', async () => {
    const box = shown({ readonly: true })
    expect(box.get('fieldset').attributes('disabled')).toBeDefined()
    expect(box.find('button').exists()).toBe(false)
    await box.get('form').trigger('submit')
    expect(box.emitted('save')).toBeUndefined()
  })

  it('offers to read again what could not be read', async () => {
    const box = shown({ data: undefined, status: 'error', error: new Problem(503, 'busy', 'Busy', undefined, 'req_1') })
    expect(box.text()).toContain('req_1')
    expect(box.text()).toContain('Lainnya')
    await button(box, 'Coba lagi').trigger('click')
    expect(box.emitted('retry')).toHaveLength(1)
  })
})
