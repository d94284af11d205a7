import { expect, it } from 'vitest'
import { owed } from '@/test/owed'
import { render } from '@/test/render'
import OwedFigures from './OwedFigures.vue'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

it('tells what is owed in money and in points, and how much is expected to lapse and after whose history', () => {
  const text = plain(render(OwedFigures, { props: { owed } }).text())

  expect(text).toContain('KewajibanRp1.205.000120.500 poin')
  expect(text).toContain('Perkiraan hangusRp150.62012,5% dari poin bertanggal, menurut pengaturan')
  expect(plain(render(OwedFigures, { props: { owed }, language: 'en' }).text())).toContain('Rp1,205,000')
})

it('parts it into what it is made of', () => {
  const parts = render(OwedFigures, { props: { owed } }).findAll('dl > div')

  expect(parts.map((part) => [part.get('dt').text(), part.get('dd').text()])).toEqual([['Bisa dipakai', '118.000'], ['Menunggu', '2.000'], ['Ditahan', '500'], ['Utang anggota', '75']])
})
