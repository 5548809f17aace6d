import CDeflate
