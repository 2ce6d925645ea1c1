import { escapeXml as xml } from "../pdf/open.ts";
import { doctorOf } from "../paper/paper.ts";
import type { PrintableOf } from "../printable.ts";

/** `57.70`. */
function euros(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

const compact = (day: string) => day.replaceAll("-", "");

function date(element: string, day: string): string {
  return `<ram:${element}><udt:DateTimeString format="102">${
    compact(day)
  }</udt:DateTimeString></ram:${element}>`;
}

/**
 * A fee note as data: EN 16931 in CII syntax, Factur-X 1.07 profile BASIC WL (no lines), exempt from VAT
 * (directive 2006/112/EC, article 132(1)(c)). Checked against the official schema when it was made.
 */
export function facturXOf(
  document: PrintableOf<"fee_note">,
  exemption: string,
): string {
  const { facts, content, number } = document;
  const { doctor, patient } = facts;
  const total = euros(facts.total_cents);
  const id = xml(number ?? "");
  const address = (
    postcode: string | null,
    line: string | null,
    city: string,
    country: string,
  ) =>
    `<ram:PostalTradeAddress><ram:PostcodeCode>${
      xml(postcode ?? "")
    }</ram:PostcodeCode><ram:LineOne>${
      xml(line ?? "")
    }</ram:LineOne><ram:CityName>${
      xml(city)
    }</ram:CityName><ram:CountryID>${country}</ram:CountryID></ram:PostalTradeAddress>`;
  const buyer = `${patient.first_name} ${patient.last_name}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:factur-x.eu:1p0:basicwl</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>${id}</ram:ID><ram:TypeCode>380</ram:TypeCode>${
    date("IssueDateTime", facts.issued_on)
  }</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:ApplicableHeaderTradeAgreement>
<ram:SellerTradeParty><ram:ID>${xml(doctor.code)}</ram:ID><ram:Name>${
    xml(doctorOf(document))
  }</ram:Name>${
    address(doctor.postal_code, doctor.street, doctor.city, "LU")
  }</ram:SellerTradeParty>
<ram:BuyerTradeParty><ram:Name>${xml(buyer)}</ram:Name>${
    address(patient.postal_code, patient.street, patient.city, patient.country)
  }</ram:BuyerTradeParty>
</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent>${
    date("OccurrenceDateTime", facts.consulted_on)
  }</ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>
<ram:ApplicableHeaderTradeSettlement><ram:PaymentReference>${id}</ram:PaymentReference><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${
    xml(doctor.iban ?? "")
  }</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
<ram:ApplicableTradeTax><ram:CalculatedAmount>0.00</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:ExemptionReason>${
    xml(exemption)
  }</ram:ExemptionReason><ram:BasisAmount>${total}</ram:BasisAmount><ram:CategoryCode>E</ram:CategoryCode><ram:ExemptionReasonCode>VATEX-EU-132-1C</ram:ExemptionReasonCode><ram:RateApplicablePercent>0.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradePaymentTerms>${
    date("DueDateDateTime", facts.due_on)
  }</ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${total}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${total}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">0.00</ram:TaxTotalAmount><ram:GrandTotalAmount>${total}</ram:GrandTotalAmount><ram:TotalPrepaidAmount>${
    euros(content.paid_cents)
  }</ram:TotalPrepaidAmount><ram:DuePayableAmount>${
    euros(facts.total_cents - content.paid_cents)
  }</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`;
}

function property(name: string, description: string): string {
  return `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`;
}

/** What the XMP of a PDF with Factur-X says; the extension schema is what PDF/A asks for. */
export const facturXmp =
  `<rdf:Description xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#" rdf:about=""><fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>BASIC WL</fx:ConformanceLevel></rdf:Description>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${
    property("DocumentFileName", "name of the embedded XML invoice file")
  }${property("DocumentType", "INVOICE")}${
    property("Version", "The actual version of the Factur-X XML schema")
  }${
    property(
      "ConformanceLevel",
      "The conformance level of the embedded Factur-X data",
    )
  }</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
