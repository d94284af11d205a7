import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import AddCardSheet from './AddCardSheet.vue'

async function opened(add: (label: string, number?: string) => Promise<unknown>, withNumber = false) {
  const sheet = render(AddCardSheet, { props: { open: true, add, withNumber } })
  await sheet.vm.$nextTick()
  return sheet
}

async function submit(sheet: Awaited<ReturnType<typeof opened>>) {
  await sheet.get('form').trigger('submit')
  await flushPromises()
}

describe('a further card', () => {
  it('is added under its name', async () => {
    const add = vi.fn(async () => {})
    const sheet = await opened(add)
    expect(sheet.findAll('label').map((label) => label.text())).toEqual(['Nama kartu'])
    expect([sheet.get('h2').text(), sheet.get('[type=submit]').text()]).toEqual(['Tambah kartu', 'Tambah kartu'])
    await sheet.get('input').setValue('  ')
    await submit(sheet)
    expect(sheet.text()).toContain('Isi nama kartu, paling banyak 60 huruf.')
    expect(add).not.toHaveBeenCalled()

    await sheet.get('input').setValue(' Kartu Ibu ')
    await submit(sheet)
    expect(add.mock.calls).toEqual([['Kartu Ibu', undefined]])
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('begins anew when another is added', async () => {
    const sheet = await opened(async () => {})
    await sheet.get('input').setValue('Kartu Ibu')
    await submit(sheet)
    await sheet.setProps({ open: false } as never)
    await sheet.setProps({ open: true } as never)

    expect(sheet.get('input').element.value).toBe('')
    expect(sheet.get('input').attributes('aria-invalid')).toBe('false')
  })

  it('may have an older number where staff add it, refused at its field', async () => {
    const taken = new Problem(422, 'invalid_request', '', undefined, undefined, [{ pointer: '/number', code: 'taken', detail: 'Nomor ini sudah dipakai.' }])
    const add = vi.fn(() => Promise.reject(taken))
    const sheet = await opened(add, true)
    expect(sheet.findAll('label').map((label) => label.text())).toEqual(['Nama kartu', 'Nomor kartu lama (boleh dikosongkan)'])
    const [label, number] = sheet.findAll('input')
    await label!.setValue('Kartu lama')
    await number!.setValue(' 0042 ')
    await submit(sheet)

    expect(add.mock.calls).toEqual([['Kartu lama', '0042']])
    expect(number!.attributes('aria-invalid')).toBe('true')
    expect(sheet.text()).toContain('Nomor ini sudah dipakai.')
    expect(sheet.emitted('update:open')).toBeUndefined()
  })
})
