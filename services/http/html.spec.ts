import { describe, expect, expectTypeOf, test } from 'vitest'
import { type Html, html, type Part } from './html.ts'

describe('markup', () => {
  test('escapes text and numbers, in a text as in an attribute', () => {
    const hostile = '<script>alert("x")</script>\'&'
    expect(String(html`<p title="${hostile}">${hostile}</p>${7}`)).toBe(
      '<p title="&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62;&#39;&#38;">&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62;&#39;&#38;</p>7',
    )
  })

  test('keeps markup as it is, one or many', () => {
    const items = ['<a>', 'b'].map((text) => html`<li>${text}</li>`)
    expect(String(html`<ul>${items}</ul>${html`<hr>`}`)).toBe('<ul><li>&#60;a&#62;</li><li>b</li></ul><hr>')
  })

  test('says nothing for what is not there', () => expect(String(html`<p>${undefined}${''}</p>`)).toBe('<p></p>'))

  test('joined into a string is text once more, and is escaped', () =>
    expect(String(html`${`${html`<b>`}`}`)).toBe('&#60;b&#62;'))

  test('is no string, and no string is markup: the compiler says so', () => {
    expectTypeOf<string>().not.toExtend<Html>()
    expectTypeOf<{ toString(): string }>().not.toExtend<Html>()
    expectTypeOf<Html>().not.toExtend<string>()
    expectTypeOf(html).returns.toEqualTypeOf<Html>()
    expectTypeOf<null>().not.toExtend<Part>()
    expectTypeOf<boolean>().not.toExtend<Part>()
    expectTypeOf<readonly string[]>().not.toExtend<Part>()
  })
})
