using System.Globalization;
using System.Text;

namespace NotesBot.Tests.Running;

/// <summary>A PDF of one page with a grey square and no text, as a scanner makes it.</summary>
internal static class ScannedPdf
{
    private static readonly string[] Objects =
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << >> /Contents 4 0 R >>",
        "<< /Length 29 >>\nstream\n0.5 g 50 50 500 500 re f     \nendstream",
    ];

    public static byte[] Create()
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> offsets = [];
        foreach (var content in Objects)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
