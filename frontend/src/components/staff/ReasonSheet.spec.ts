import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import { described, field, words } from '@/test/within'
import ReasonSheet from './ReasonSheet.vue'

async function opened(props: Record<string, unknown>) {
  const act = vi.fn<(reason: string) => Promise<unknown>>().mockResolvedValue(undefined)
  const sheet = render(ReasonSheet, { props: { title: 'Bekukan', text: 'Poin tetap ada.', yes: 'Ya, bekukan', act, open: true, ...props } })
  await flushPromises()
  const send = async () => {
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  return { sheet, act, send }
}

describe('an act with a reason', () => {
  it('is not done before the reason is written and, where asked, the person checked', async () => {
    const { sheet, act, send } = await opened({ check: 'Sudah diperiksa' })
    expect(words(sheet)).toContain('Poin tetap ada.')
    await field(sheet, 'Alasan').setValue('  ')
    await send()
    expect(act).not.toHaveBeenCalled()
    expect(described(field(sheet, 'Alasan'))).toBe('Tulis alasannya. Tercatat di jejak audit.')
    expect(described(sheet.get('input[type=checkbox]'))).toBe('Periksa dahulu siapa orangnya.')
    expect(document.activeElement).toBe(sheet.get('input[type=checkbox]').element)
    await sheet.get('input[type=checkbox]').setValue(true)
    await field(sheet, 'Alasan').setValue(' HP hilang ')
    await send()
    expect(act).toHaveBeenCalledExactlyOnceWith('HP hilang')
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('stays open with what was written where it is refused', async () => {
    const { sheet, send } = await opened({ act: () => Promise.reject(new Problem(409, 'frozen', 'Sudah dibekukan', undefined, undefined)) })
    await field(sheet, 'Alasan').setValue('HP hilang')
    await send()
    expect(sheet.get('[role=alert]').text()).toContain('Sudah dibekukan')
    expect(field(sheet, 'Alasan').element.value).toBe('HP hilang')
    expect(sheet.emitted('update:open')).toBeUndefined()
  })

  it('asks for no reason where none is recorded', async () => {
    const { sheet, act, send } = await opened({ withoutReason: true })
    expect(sheet.find('input').exists()).toBe(false)
    await send()
    expect(act).toHaveBeenCalledOnce()
  })
})
